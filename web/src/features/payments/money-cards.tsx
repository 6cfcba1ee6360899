import type { Payment } from '@/api/types'
import { Card } from '@/components/ui/card'
import { formatMoney } from '@/lib/format'
import type { View } from '@/lib/session-slice'
import { totals } from './totals'

/** What is held or on the way, what was paid, and the average. */
export function MoneyCards({ payments, view }: { payments: Payment[]; view: View }) {
  const sums = totals(payments, view === 'client' ? 'charge' : 'transfer')
  const shown =
    sums.length > 0 ? sums : [{ currency: 'usd' as const, held: 0, onTheWay: 0, done: 0, count: 0 }]
  return (
    <div className="space-y-4">
      {shown.map((sum) => {
        const money = (amount: number) => formatMoney({ amount, currency: sum.currency })
        const waiting =
          view === 'client'
            ? { label: 'Held for milestones', amount: sum.held }
            : { label: 'On the way to you', amount: sum.onTheWay }
        const average = sum.count > 0 ? Math.round(sum.done / sum.count) : 0
        const figures = [
          waiting,
          { label: view === 'client' ? 'Spent' : 'Earned', amount: sum.done },
          { label: view === 'client' ? 'Average spending' : 'Average earning', amount: average },
        ]
        return (
          <Card key={sum.currency} flush>
            <dl className="grid divide-line max-sm:divide-y sm:grid-cols-3 sm:divide-x">
              {figures.map(({ label, amount }) => (
                <div
                  key={label}
                  className="flex items-baseline justify-between gap-4 px-4 py-3 sm:block sm:px-6 sm:py-5"
                >
                  <dt className="text-sm text-ink-muted">{label}</dt>
                  <dd className="tabular text-lg font-bold sm:mt-1 sm:text-2xl">{money(amount)}</dd>
                </div>
              ))}
            </dl>
          </Card>
        )
      })}
    </div>
  )
}
