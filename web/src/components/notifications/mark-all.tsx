import { useNotificationsInfiniteQuery } from '@/api/notifications-api'
import { itemsOf } from '@/api/paging'
import type { ToldFilter } from '@/api/told'
import { useUnread } from '@/lib/unread'
import { Button } from '../ui/button'
import { unreadOf } from './groups'
import { useReading } from './use-reading'
import * as words from './words'

/** Marks everything, up to the newest that is shown; of one kind, what is shown of it. */
export function MarkAll({ filter }: { filter: ToldFilter }) {
  const { data } = useNotificationsInfiniteQuery(filter)
  const count = useUnread('notifications')
  const reading = useReading()
  const items = itemsOf(data)
  const ids = unreadOf(items).map(({ id }) => id)
  const newest = items[0]
  // It stays where it is, with the focus on it, and does nothing while there is nothing to do.
  const idle = filter.category ? ids.length === 0 : count === 0 || !newest

  function mark(): void {
    if (idle) return
    if (filter.category) void reading.these(ids, words.theseRead)
    else if (newest) void reading.all(newest.id)
  }

  return (
    <Button variant="quiet" size="sm" icon="check" aria-disabled={idle || undefined} onClick={mark}>
      {filter.category ? words.markTheseRead : words.markAllRead}
    </Button>
  )
}
