import type { Dashboard } from '@/api/types'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { cx } from '@/lib/class-names'
import { formatMoney, formatMoneyRough } from '@/lib/format'
import type { View } from '@/lib/session-slice'
import { formatMonth } from '@/lib/time'

const middle = (month: string) => `${month}-15T12:00:00Z`

/** On narrow screens the last six months only: each is a row then, with room for its sum. */
const NARROW = 6

/** Twelve months as bars; each says its month and exact sum in words, too. */
export function MonthChart({ dashboard, view }: { dashboard: Dashboard; view: View }) {
  const { currency } = dashboard
  const client = view === 'client'
  const months = dashboard.months
    .slice(-12)
    .map(({ month, earned, spent }) => ({ month, amount: client ? spent : earned }))
  const most = Math.max(...months.map(({ amount }) => amount))
  if (!(most > 0)) return <NothingYet client={client} />
  return (
    <Card>
      <p className="text-sm text-ink-muted">{client ? 'Spent by month' : 'Earned by month'}</p>
      <ol className="mt-4 space-y-2 lg:grid lg:h-40 lg:grid-cols-12 lg:space-y-0 lg:gap-x-2 xl:gap-x-4">
        {months.map(({ month, amount }, place) => (
          <li
            key={month}
            className={cx(
              'flex items-center gap-3 text-xs lg:flex-col lg:justify-end lg:gap-0 lg:text-center',
              place < months.length - NARROW && 'max-lg:hidden',
            )}
          >
            <span className="w-7 shrink-0 text-ink-muted lg:order-3 lg:mt-2 lg:w-auto">
              <span className="sr-only">{formatMonth(middle(month))}: </span>
              <span aria-hidden="true">{formatMonth(middle(month)).slice(0, 3)}</span>
            </span>
            <Bar share={amount / most} />
            <Sum money={{ amount, currency }} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Lies on narrow screens and stands on wide ones: its share is its width or its height. */
function Bar({ share }: { share: number }) {
  const size = share > 0 ? `${Math.max(4, share * 100)}%` : '1px'
  const look = share > 0 ? 'bg-accent' : 'bg-edge'
  return (
    <span
      aria-hidden="true"
      className="flex h-4 min-w-0 flex-1 lg:order-2 lg:h-auto lg:min-h-0 lg:w-full lg:items-end lg:justify-center"
    >
      <span className={cx('h-full rounded-r-sm lg:hidden', look)} style={{ width: size }} />
      <span className={cx('w-full max-w-14 rounded-t-sm max-lg:hidden', look)} style={{ height: size }} />
    </span>
  )
}

function Sum({ money }: { money: { amount: number; currency: Dashboard['currency'] } }) {
  if (money.amount <= 0) return <span className="sr-only">nothing</span>
  return (
    <span className="tabular shrink-0 font-semibold lg:order-1 lg:mb-1">
      <span className="lg:sr-only">{formatMoney(money)}</span>
      <span aria-hidden="true" className="max-lg:hidden">
        {formatMoneyRough(money)}
      </span>
    </span>
  )
}

function NothingYet({ client }: { client: boolean }) {
  return (
    <EmptyState icon="payments" title={client ? 'Nothing spent yet' : 'Nothing earned yet'}>
      {client
        ? 'What you spend shows here by month, from the first milestone that you fund.'
        : 'What you earn shows here by month, from the first milestone that is approved.'}
    </EmptyState>
  )
}
