import type { CurrencyTotals, Payment } from '@/api/types'
import { Card } from '@/components/ui/card'
import { formatMoney } from '@/lib/format'
import type { View } from '@/lib/session-slice'
import { waiting } from './totals'
import * as words from './words'

interface Props {
  totals: CurrencyTotals
  /** The newest ones: what is still held or on its way is among them. */
  payments: Payment[]
  view: View
}

/** What is held or on the way, what was paid over all time, and the average payment. */
export function MoneyCards({ totals, payments, view }: Props) {
  const client = view === 'client'
  const sum = client ? totals.spending : totals.earnings
  const { currency } = totals
  const figures = [
    {
      label: client ? words.heldForMilestones : words.onTheWayToYou,
      money: { amount: waiting(payments, client ? 'charge' : 'transfer', currency), currency },
    },
    { label: client ? words.spentOrHeld : words.earned, money: sum.total },
    { label: client ? words.average : words.average, money: sum.average },
  ]
  return (
    <Card flush>
      <dl className="grid divide-line max-sm:divide-y sm:grid-cols-3 sm:divide-x">
        {figures.map(({ label, money }) => (
          <div
            key={label}
            className="flex items-baseline justify-between gap-4 px-4 py-3 sm:block sm:px-6 sm:py-5"
          >
            <dt className="text-sm text-ink-muted">{label}</dt>
            <dd className="tabular text-lg font-bold sm:mt-1 sm:text-2xl">{formatMoney(money)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
