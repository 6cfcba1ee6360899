import { type ReactNode, useEffect } from 'react'
import { itemsOf } from '@/api/paging'
import type { Page } from '@/api/types'
import { announce } from './announcer'
import { ErrorState } from './error-state'
import { LoadMore } from './load-more'
import { Loading, Skeleton } from './skeleton'

interface Query<T> {
  data?: { pages: Page<T>[] }
  error?: unknown
  isError: boolean
  isFetching: boolean
  isFetchingNextPage: boolean
  hasNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

/** What a search says of what it found. */
export interface SearchWords {
  /** To the eye, and read out. */
  count: (found: number) => string
  found: (found: number) => string
  none: string
  /** While there is more than what is shown. */
  first: (found: number) => string
  /** A search may have looked at many without finding one, and not yet at all. */
  noneSoFar: string
}

interface Props<T> {
  query: Query<T>
  /** What is said while it loads, and when it could not be loaded. */
  loading: string
  failed: string
  empty: ReactNode
  children: (item: T) => ReactNode
  /** A search says how much it has found. */
  search?: SearchWords
  /** Height of one grey shape while it loads. */
  shape?: string
}

function soFar(found: number, more: boolean, { count, first, noneSoFar }: SearchWords): string {
  if (!more) return count(found)
  return found > 0 ? first(found) : noneSoFar
}

/** A list with everything around it: grey shapes, nothing there, failed, and more to come. */
export function PagedList<T extends { id: string }>({
  query,
  loading,
  failed,
  empty,
  children,
  search,
  shape = 'h-36',
}: Props<T>) {
  const items = itemsOf(query.data)
  // What comes after the first page, “Show more” tells.
  const found = search && query.data?.pages.length === 1 && !query.isFetching ? items.length : null
  useEffect(() => {
    if (search && found !== null) announce(found === 0 ? search.none : search.found(found))
  }, [found, search])
  if (!query.data) {
    if (query.isError)
      return (
        <ErrorState
          error={query.error}
          title={failed}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )
    return (
      <Loading label={loading}>
        <div className="space-y-4">
          {[1, 2, 3].map((place) => (
            <Skeleton key={place} className={`${shape} rounded-card`} />
          ))}
        </div>
      </Loading>
    )
  }
  if (items.length === 0 && !query.hasNextPage) return empty
  return (
    <>
      {search && (
        <p className="mb-3 text-sm text-ink-muted">{soFar(items.length, query.hasNextPage, search)}</p>
      )}
      <ul className="space-y-4">
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
      <LoadMore
        count={items.length}
        hasMore={query.hasNextPage}
        busy={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
      />
    </>
  )
}
