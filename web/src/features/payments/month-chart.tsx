import type { CurrencyTotals } from '@/api/types'
import { Card } from '@/components/ui/card'
import { cx } from '@/lib/class-names'
import { formatMoneyShort } from '@/lib/format'
import type { View } from '@/lib/session-slice'
import { formatMonth } from '@/lib/time'

const middle = (month: string) => `${month}-15T12:00:00Z`

/** Six months as bars; each bar says its month and sum in words, too. */
export function MonthChart({ totals, view }: { totals: CurrencyTotals; view: View }) {
  const { currency } = totals
  const months = totals.months
    .slice(-6)
    .map(({ month, earned, spent }) => ({ month, amount: view === 'client' ? spent : earned }))
  const most = Math.max(...months.map(({ amount }) => amount))
  if (most <= 0) return null
  return (
    <Card>
      <p className="text-sm text-ink-muted">{view === 'client' ? 'Spent by month' : 'Earned by month'}</p>
      <ol className="mt-4 grid h-36 grid-cols-6 gap-2 sm:gap-4">
        {months.map(({ month, amount }) => (
          <li key={month} className="flex min-w-0 flex-col justify-end text-center">
            <span className="tabular mb-1 truncate text-xs font-semibold">
              {amount > 0 ? formatMoneyShort({ amount, currency }) : <span className="sr-only">nothing</span>}
            </span>
            <span
              aria-hidden="true"
              className={cx('w-full max-w-14 self-center', amount > 0 ? 'rounded-t-sm bg-accent' : 'bg-edge')}
              style={{ height: amount > 0 ? `${Math.max(6, (amount / most) * 100)}%` : '1px' }}
            />
            <span className="mt-2 text-xs text-ink-muted">
              <span className="sr-only">in {formatMonth(middle(month))}</span>
              <span aria-hidden="true">{formatMonth(middle(month)).slice(0, 3)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
