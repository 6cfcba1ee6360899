import { useMyBidsInfiniteQuery } from '@/api/bids-api'
import { itemsOf } from '@/api/paging'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { bidLabels } from '@/lib/labels'
import { BidPieces } from './bid-pieces'
import { OwnBidLoading } from './own-bid-loading'
import * as words from './words'

/** A freelancer's own bid on the task that they look at. */
export default function OwnBid({ bidId }: { bidId: string }) {
  const query = useMyBidsInfiniteQuery()
  const bid = itemsOf(query.data).find(({ id }) => id === bidId)
  if (query.isLoading) return <OwnBidLoading />
  return (
    <Card>
      <div className="flex items-start justify-between gap-3">
        <h2 className="font-semibold">{words.yourBid}</h2>
        {bid && <StatusBadge label={bidLabels[bid.status]} />}
      </div>
      {bid && (
        <>
          <p className="mt-2">
            {words.sumInDays(
              <span className="tabular text-xl font-semibold">{formatMoney(bid.amount)}</span>,
              (text) => (
                <span className="text-sm text-ink-muted">{text}</span>
              ),
              bid.timelineDays,
            )}
          </p>
          {/* Of a task that was taken back, the page says it. */}
          {bid.declineReason && bid.declineReason !== 'task_cancelled' && (
            <p className="mt-2 text-sm text-ink-muted">
              {words.declinedBecause(words.declineReasons[bid.declineReason], <bdi>{bid.declineNote}</bdi>)}
            </p>
          )}
          <BidPieces pieces={bid.portfolioItems} compact className="mt-4" />
        </>
      )}
      <ButtonLink to={paths.myBids()} variant="secondary" size="sm" className="mt-4">
        {words.seeAllMine}
      </ButtonLink>
    </Card>
  )
}
