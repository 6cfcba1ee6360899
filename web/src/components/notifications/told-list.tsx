import { useNotificationsInfiniteQuery } from '@/api/notifications-api'
import { itemsOf } from '@/api/paging'
import type { ToldFilter } from '@/api/told'
import { useNow } from '@/lib/use-now'
import { EmptyState } from '../ui/empty-state'
import { ErrorState } from '../ui/error-state'
import { LoadMore } from '../ui/load-more'
import { grouped } from './groups'
import { ToldGroup } from './told-group'
import { ToldLoading } from './told-loading'
import { useReading } from './use-reading'
import * as words from './words'

interface Props {
  filter: ToldFilter
  onLeave?: () => void
}

/** What somebody was told, by what it is about. */
export function ToldList({ filter, onLeave }: Props) {
  const query = useNotificationsInfiniteQuery(filter)
  const now = useNow()
  const reading = useReading()
  if (query.isError && !query.data)
    return (
      <ErrorState
        error={query.error}
        title={words.notificationsNotLoaded}
        onRetry={() => void query.refetch()}
        busy={query.isFetching}
      />
    )
  if (!query.data) return <ToldLoading />
  const items = itemsOf(query.data)
  if (items.length === 0 && !query.hasNextPage) return <Nothing filter={filter} />
  return (
    <>
      <ul aria-label={words.notifications} className="space-y-1">
        {grouped(items).map((group) => (
          <li key={group.id}>
            <ToldGroup
              group={group}
              now={now}
              onRead={(ids, said) => void reading.these(ids, said)}
              onLeave={onLeave}
            />
          </li>
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

function Nothing({ filter }: { filter: ToldFilter }) {
  if (filter.unread)
    return (
      <EmptyState icon="check" title={words.noUnread}>
        {words.noUnreadNext}
      </EmptyState>
    )
  if (filter.category)
    return (
      <EmptyState icon="bell" title={words.noneOfKind}>
        {words.noneOfKindNext}
      </EmptyState>
    )
  return (
    <EmptyState icon="bell" title={words.noNotifications}>
      {words.noNotificationsNext}
    </EmptyState>
  )
}
