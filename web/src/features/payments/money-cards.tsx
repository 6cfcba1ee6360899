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
          <dl key={sum.currency} className="grid gap-4 sm:grid-cols-3">
            {figures.map(({ label, amount }) => (
              <Card key={label}>
                <dt className="text-sm text-ink-muted">{label}</dt>
                <dd className="tabular mt-1 text-2xl font-bold">{money(amount)}</dd>
              </Card>
            ))}
          </dl>
        )
      })}
    </div>
  )
}
