import type { Bid, Person } from '@/api/types'
import { PersonLine } from '@/components/ui/person-line'
import { WorkFace } from '@/components/files/work-face'
import { StatusBadge } from '@/components/ui/status-badge'
import { can } from '@/lib/can'
import { bidLabels } from '@/lib/labels'
import * as words from './compare-words'
import { excerpt } from './excerpt'
import { Star } from './star'

/** How many pieces of work are seen at once; reading the bid shows the others. */
const PIECES = 3

interface Props {
  bid: Bid
  onOpen: (person: Person) => void
  as?: 'h2'
  /** With the star of the shortlist beside the name. */
  starred?: boolean
}

/** Who bids; the name opens their profile beside the comparison. An undecided bid needs no word about that. */
export function Bidder({ bid, onOpen, as, starred }: Props) {
  const open = can.decideBid(bid).allowed
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <PersonLine
          person={bid.freelancer}
          side="freelancer"
          headline
          as={as}
          onOpen={() => onOpen(bid.freelancer)}
        />
        {starred && open && <Star bid={bid} bare />}
      </div>
      {open && bid.isAsked && <p className="mt-2 text-sm text-ink-muted">{words.notKeptYet}</p>}
      {!open && (
        <div className="mt-2">
          <StatusBadge label={bidLabels[bid.status]} />
        </div>
      )}
    </>
  )
}

/** How a bid begins, and the work that goes with it. */
export function FirstLook({ bid }: { bid: Bid }) {
  const pieces = bid.portfolioItems.slice(0, PIECES)
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <p dir="auto" className="max-w-reading min-w-0 flex-1 basis-60 wrap-anywhere text-ink-muted">
        {excerpt(bid.coverLetter)}
      </p>
      {pieces.length > 0 && (
        <ul className="flex gap-2">
          {pieces.map((piece) => (
            <li key={piece.id}>
              <WorkFace work={piece} alt={piece.title} className="h-12 w-16 rounded-sm border border-line" />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
