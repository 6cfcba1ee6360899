import type { Dispute } from '@/api/types'
import { formatMoney } from '@/lib/format'
import { partsOf, sideOf } from './sides'
import * as words from './words'

interface Props {
  dispute: Dispute
  /** The freelancer's part before the fee, in minor units. */
  toFreelancer: number
  userId: string
  heading: string
}

/** The held money as a bar of its parts, with each part in words and figures: never by colour or width alone. */
export function WhoGetsWhat({ dispute, toFreelancer, userId, heading }: Props) {
  const { payout, fee, refund } = partsOf(dispute, toFreelancer)
  const side = sideOf(dispute, userId)
  const held = dispute.heldAmount.amount
  const parts = [
    {
      key: 'payout',
      label: side === 'freelancer' ? words.youGet : words.gets(<bdi>{dispute.freelancer.name}</bdi>),
      sum: payout,
      colour: 'bg-accent',
    },
    { key: 'fee', label: words.fee, sum: fee, colour: 'bg-edge' },
    {
      key: 'refund',
      label: side === 'client' ? words.youGetBack : words.getsBack(<bdi>{dispute.client.name}</bdi>),
      sum: refund,
      colour: 'bg-info',
    },
  ]
  return (
    <figure className="rounded-md border border-line p-4">
      <figcaption className="text-sm font-semibold">{heading}</figcaption>
      <div aria-hidden="true" className="mt-3 flex h-3 gap-0.5 overflow-hidden rounded-full">
        {parts.map(
          ({ key, sum, colour }) =>
            sum.amount > 0 && (
              <span key={key} className={colour} style={{ width: `${String((100 * sum.amount) / held)}%` }} />
            ),
        )}
      </div>
      <dl className="mt-3 space-y-1.5 text-sm">
        {parts.map(({ key, label, sum, colour }) => (
          <div key={key} className="flex items-center justify-between gap-4">
            <dt className="flex min-w-0 items-center gap-2 wrap-anywhere text-ink-muted">
              <span aria-hidden="true" className={`size-3 shrink-0 rounded-sm ${colour}`} />
              <span>{label}</span>
            </dt>
            <dd className="tabular font-semibold">{formatMoney(sum)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
