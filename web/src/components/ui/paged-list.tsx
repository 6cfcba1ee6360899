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

interface Props<T> {
  query: Query<T>
  /** What the list holds, such as `tasks`. */
  noun: string
  empty: ReactNode
  children: (item: T) => ReactNode
  /** A search says how much it has found. */
  counted?: boolean
  /** Height of one grey shape while it loads. */
  shape?: string
}

const count = (found: number, noun: string) => `${found} ${found === 1 ? noun.replace(/s$/, '') : noun}`

/** A search may have looked at many without finding one, and not yet at all. */
function soFar(found: number, more: boolean, noun: string): string {
  if (!more) return count(found, noun)
  return found > 0
    ? `The first ${found} ${noun}`
    : `Nothing among the newest ${noun}. “Show more” looks further back.`
}

/** A list with everything around it: grey shapes, nothing there, failed, and more to come. */
export function PagedList<T extends { id: string }>({
  query,
  noun,
  empty,
  children,
  counted,
  shape = 'h-36',
}: Props<T>) {
  const items = itemsOf(query.data)
  // What comes after the first page, “Show more” tells.
  const found = counted && query.data?.pages.length === 1 && !query.isFetching ? items.length : null
  useEffect(() => {
    if (found !== null) announce(found === 0 ? `No ${noun} found.` : `${count(found, noun)} found.`)
  }, [found, noun])
  if (!query.data) {
    if (query.isError)
      return (
        <ErrorState
          error={query.error}
          what={`the ${noun}`}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )
    return (
      <Loading label={`Loading ${noun}`}>
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
      {counted && (
        <p className="mb-3 text-sm text-ink-muted">{soFar(items.length, query.hasNextPage, noun)}</p>
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
        noun={noun}
      />
    </>
  )
}
