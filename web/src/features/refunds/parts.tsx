import type { Contract, Money } from '@/api/types'
import { formatMoney } from '@/lib/format'
import * as words from './words'

interface Props {
  contract: Contract
  userId: string
  back: Money
  held: Money
}

/** What would go back and what would stay, as a bar with each part in words and figures. */
export function Parts({ contract, userId, back, held }: Props) {
  const rest = { ...held, amount: held.amount - back.amount }
  const parts = [
    {
      key: 'back',
      label:
        contract.clientId === userId ? words.youGetBack : words.getsBack(<bdi>{contract.clientName}</bdi>),
      sum: back,
      colour: 'bg-info',
    },
    { key: 'rest', label: words.staysHeld, sum: rest, colour: 'bg-accent' },
  ]
  return (
    <figure className="rounded-md border border-line bg-surface p-4">
      <figcaption className="text-sm font-semibold">{words.whoGetsWhat}</figcaption>
      <div aria-hidden="true" className="mt-3 flex h-3 gap-0.5 overflow-hidden rounded-full">
        {parts.map(
          ({ key, sum, colour }) =>
            sum.amount > 0 && (
              <span
                key={key}
                className={colour}
                style={{ width: `${String((100 * sum.amount) / held.amount)}%` }}
              />
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
