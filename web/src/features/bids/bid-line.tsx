import { Link } from 'react-router'
import type { Bid } from '@/api/types'
import { Card } from '@/components/ui/card'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { bidLabels } from '@/lib/labels'
import { timeAgo } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import * as words from './words'

/** One's own bid, in short. */
export function BidLine({ bid }: { bid: Bid }) {
  const now = useNow()
  return (
    <Card className="relative transition-colors hover:border-edge">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h3 dir="auto" className="min-w-0 font-semibold wrap-anywhere">
          <Link
            to={paths.task(bid.taskId)}
            className="after:absolute after:inset-0 after:rounded-card hover:underline"
          >
            <bdi>{bid.taskTitle}</bdi>
          </Link>
        </h3>
        <StatusBadge label={bidLabels[bid.status]} />
      </div>
      <p className="mt-2 text-sm text-ink-muted">
        {words.sentInShort(
          <span className="tabular font-semibold text-ink">{formatMoney(bid.amount)}</span>,
          bid.timelineDays,
          timeAgo(bid.createdAt, now),
        )}
      </p>
    </Card>
  )
}
