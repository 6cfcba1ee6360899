import type { Bid } from '@/api/types'
import { Card } from '@/components/ui/card'
import { BidDetail } from './bid-detail'
import { Bidder } from './bidder'
import type { ComparisonView } from './bid-table'
import { ChooseBid } from './chosen-two'

type Props = Omit<ComparisonView, 'bids' | 'sorting' | 'onSort'> & { bid: Bid }

/** All of a bid, one below the other. */
export function BidCard({ bid, budget, criteria, several, chosen, onChoose, onOpen, actions }: Props) {
  return (
    <Card className="h-full">
      <Bidder bid={bid} onOpen={onOpen} as="h2" starred={several} />
      <dl className="mt-3 mb-5 divide-y divide-line border-y border-line empty:hidden">
        {criteria.map(({ key, label, text, note }) => (
          <div key={key} className="flex items-baseline justify-between gap-4 py-2">
            <dt className="text-sm text-ink-muted">{label}</dt>
            <dd className="tabular text-right">
              <span className={key === 'amount' ? 'text-lg font-semibold' : 'font-semibold'}>
                {text(bid)}
              </span>
              {note?.(bid, budget) && (
                <span className="block text-xs text-ink-muted">{note(bid, budget)}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <BidDetail bid={bid} />
      <div className="mt-5 flex flex-wrap gap-3">{actions(bid)}</div>
      {several && (
        <div className="mt-2">
          <ChooseBid bid={bid} chosen={chosen} onChange={onChoose} />
        </div>
      )}
    </Card>
  )
}
