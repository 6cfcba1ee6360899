import type { CurrencyTotals } from '@/api/types'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { cx } from '@/lib/class-names'
import { formatMoney, formatMoneyRough } from '@/lib/format'
import { dateLocale } from '@/lib/locale'
import type { View } from '@/lib/session-slice'
import { formatMonth } from '@/lib/time'
import * as words from './words'

const monthName = new Intl.DateTimeFormat(dateLocale, { month: 'long' })
const middle = (month: string) => `${month}-15T12:00:00Z`

/** On narrow screens the last six months only: each is a row then, with room for its sum. */
const NARROW = 6

/** The months to show: twelve, or six while nothing is older, so that the bars fill their place. */
function shownMonths(totals: CurrencyTotals, client: boolean) {
  const months = totals.months
    .slice(-12)
    .map(({ month, earned, spent }) => ({ month, amount: client ? spent : earned }))
  const old = months.slice(0, -NARROW).some(({ amount }) => amount > 0)
  return old ? months : months.slice(-NARROW)
}

/** `This month: $300.00 more than in October`; empty for the first month. */
function change(months: { month: string; amount: number }[], currency: CurrencyTotals['currency']): string {
  const [before, now] = months.slice(-2)
  if (!before || !now || before.amount === 0) return ''
  const difference = now.amount - before.amount
  const than = monthName.format(new Date(middle(before.month)))
  if (difference === 0) return words.asMuchAs(than)
  const sum = formatMoney({ amount: Math.abs(difference), currency })
  return (difference > 0 ? words.moreThan : words.lessThan)(sum, than)
}

/** Months as bars; each says its month and exact sum in words, too. */
export function MonthChart({ totals, view }: { totals: CurrencyTotals; view: View }) {
  const { currency } = totals
  const client = view === 'client'
  const months = shownMonths(totals, client)
  const most = Math.max(...months.map(({ amount }) => amount))
  if (!(most > 0)) return <NothingYet client={client} />
  const news = change(months, currency)
  return (
    <Card>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-muted">
        <span>{client ? words.spentByMonth : words.earnedByMonth}</span>
        <span className="tabular">{news}</span>
      </p>
      <ol
        className={cx(
          'mt-4 grid grid-cols-[auto_1fr_auto] gap-x-3 gap-y-2 lg:gap-x-2 xl:gap-x-4',
          months.length > NARROW ? 'lg:h-40 lg:grid-cols-12' : 'lg:h-32 lg:grid-cols-6',
        )}
      >
        {months.map(({ month, amount }, place) => (
          <li
            key={month}
            className={cx(
              'col-span-3 grid grid-cols-subgrid items-center text-xs lg:col-span-1 lg:flex lg:flex-col lg:justify-end lg:text-center',
              place < months.length - NARROW && 'max-lg:hidden',
            )}
          >
            <span className="text-ink-muted lg:order-last lg:mt-2">
              <span className="sr-only">{words.monthOfSum(formatMonth(middle(month)))} </span>
              <span aria-hidden="true">{formatMonth(middle(month)).slice(0, 3)}</span>
            </span>
            <Lying share={amount / most} />
            <Sum money={{ amount, currency }} />
            <Standing share={amount / most} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

const fill = (share: number) => (share > 0 ? 'bg-accent' : 'bg-edge')

/** The bar of a row, on narrow screens. */
function Lying({ share }: { share: number }) {
  const width = share > 0 ? `${Math.max(3, share * 100)}%` : '1px'
  return (
    <span aria-hidden="true" className="block h-4 lg:hidden">
      <span className={cx('block h-full rounded-r-sm', fill(share))} style={{ width }} />
    </span>
  )
}

/** The bar of a column, between its sum and its month, which take 2.75rem. */
function Standing({ share }: { share: number }) {
  const height = share > 0 ? `calc(${Math.max(0.04, share)} * (100% - 2.75rem))` : '1px'
  return (
    <span
      aria-hidden="true"
      className={cx('w-full max-w-14 shrink-0 rounded-t-sm max-lg:hidden', fill(share))}
      style={{ height }}
    />
  )
}

function Sum({ money }: { money: { amount: number; currency: CurrencyTotals['currency'] } }) {
  if (money.amount <= 0) return <span className="sr-only">{words.nothing}</span>
  return (
    <span className="tabular text-right font-semibold lg:mb-1">
      <span className="lg:sr-only">{formatMoney(money)}</span>
      <span aria-hidden="true" className="max-lg:hidden">
        {formatMoneyRough(money)}
      </span>
    </span>
  )
}

function NothingYet({ client }: { client: boolean }) {
  return (
    <EmptyState icon="payments" title={client ? words.nothingSpent : words.nothingEarned}>
      {client ? words.nothingSpentNext : words.nothingEarnedNext}
    </EmptyState>
  )
}
