import type { Bid } from '@/api/types'
import { Attachments } from '@/components/files/attachments'
import { formatMoney } from '@/lib/format'
import { formatPlainDate } from '@/lib/time'
import * as common from '@/words/common'
import { BidPieces } from './bid-pieces'
import * as words from './compare-words'

/** What a bidder wrote, the work they show, and the milestones they propose. */
export function BidDetail({ bid }: { bid: Bid }) {
  return (
    <div className="space-y-4 text-sm">
      <p dir="auto" className="max-w-reading whitespace-pre-line">
        {bid.coverLetter}
      </p>
      <BidPieces pieces={bid.portfolioItems} />
      <Attachments files={bid.attachments} />
      {bid.milestones.length > 0 && (
        <div>
          <h3 className="font-semibold">{common.milestones}</h3>
          <ol className="mt-1 space-y-1">
            {bid.milestones.map((milestone, place) => (
              <li key={place} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5">
                <span>
                  {words.milestoneDue(
                    <bdi>{milestone.title}</bdi>,
                    (text) => (
                      <span className="text-ink-muted">{text}</span>
                    ),
                    formatPlainDate(milestone.dueDate),
                  )}
                </span>
                <span className="tabular font-semibold">{formatMoney(milestone.amount)}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {bid.questions.length > 0 && (
        <div>
          <h3 className="font-semibold">{words.questions}</h3>
          <ul className="mt-1 list-disc pl-5">
            {bid.questions.map((question) => (
              <li key={question} dir="auto">
                {question}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
