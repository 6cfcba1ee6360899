import type { ReactNode } from 'react'
import type { Bid, Budget, Person } from '@/api/types'
import { Dialog } from '@/components/ui/dialog'
import { BidDetail } from './bid-detail'
import { Bidder } from './bidder'
import { criteria } from './criteria'
import * as compare from './compare-words'

interface Props {
  bids: [Bid, Bid]
  budget: Budget
  onOpen: (person: Person) => void
  onClose: () => void
}

/** Two bids, point by point, with all that was written. */
export default function SideBySide({ bids, budget, onOpen, onClose }: Props) {
  return (
    <Dialog open size="wide" onClose={onClose} title={compare.sideBySide}>
      <table className="w-full table-fixed text-left text-sm">
        <caption className="sr-only">{compare.sideBySide}</caption>
        <thead>
          <tr>
            {bids.map((bid) => (
              <th key={bid.id} scope="col" className="pr-4 pb-3 align-top font-normal">
                <Bidder bid={bid} onOpen={onOpen} starred />
              </th>
            ))}
          </tr>
        </thead>
        {criteria.map(({ key, label, text, note }) => (
          <Point key={key} label={label}>
            {bids.map((bid) => (
              <td key={bid.id} className="tabular pr-4 pb-2.5 align-top">
                <span className={key === 'amount' ? 'text-lg font-semibold' : 'font-semibold'}>
                  {text(bid)}
                </span>
                {note?.(bid, budget) && (
                  <span className="block text-xs text-ink-muted">{note(bid, budget)}</span>
                )}
              </td>
            ))}
          </Point>
        ))}
        <Point label={compare.wholeBid}>
          {bids.map((bid) => (
            <td key={bid.id} className="pr-4 pb-2.5 align-top wrap-anywhere">
              <BidDetail bid={bid} />
            </td>
          ))}
        </Point>
      </table>
    </Dialog>
  )
}

/** A line across both, so that the two have all of a phone's width. */
function Point({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tbody className="border-t border-line">
      <tr>
        <th scope="rowgroup" colSpan={2} className="pt-2.5 pb-0.5 text-xs font-normal text-ink-muted">
          {label}
        </th>
      </tr>
      <tr>{children}</tr>
    </tbody>
  )
}
