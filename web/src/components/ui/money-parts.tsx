import type { ReactNode } from 'react'
import type { Money } from '@/api/types'
import { formatMoney } from '@/lib/format'

interface Props {
  heading: string
  /** All of it, in minor units. */
  whole: number
  parts: { key: string; label: ReactNode; sum: Money; colour: string }[]
  className?: string
}

/** Money as a bar of its parts, with each part in words and figures: never by colour or width alone. */
export function MoneyParts({ heading, whole, parts, className = '' }: Props) {
  return (
    <figure className={`rounded-md border border-line p-4 ${className}`}>
      <figcaption className="text-sm font-semibold">{heading}</figcaption>
      <div aria-hidden="true" className="mt-3 flex h-3 gap-0.5 overflow-hidden rounded-full">
        {parts.map(
          ({ key, sum, colour }) =>
            sum.amount > 0 && (
              <span
                key={key}
                className={colour}
                style={{ width: `${String((100 * sum.amount) / whole)}%` }}
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
