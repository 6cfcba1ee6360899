import { itemsOf } from '@/api/paging'
import { usePaymentsInfiniteQuery } from '@/api/payments-api'
import { useDashboardQuery } from '@/api/people-api'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { currencyName } from '@/lib/format'
import { useView } from '@/lib/session'
import { MoneyCards } from './money-cards'
import { MonthChart } from './month-chart'
import { ofView } from './totals'
import * as words from './words'

/** The money of the side that the person looks at, by currency: in sums, and by month. */
export function MoneyOverview() {
  const view = useView()
  const payments = usePaymentsInfiniteQuery()
  const dashboard = useDashboardQuery()
  if (payments.data && dashboard.data) {
    const items = itemsOf(payments.data)
    const shown = ofView(dashboard.data.currencies, items, view)
    return (
      <div className="space-y-8">
        {shown.map((totals) => (
          <section
            key={totals.currency}
            aria-label={words.inCurrency(totals.currency.toUpperCase())}
            className="space-y-4"
          >
            {shown.length > 1 && (
              <p className="text-sm font-semibold text-ink-muted">{currencyName(totals.currency)}</p>
            )}
            <MoneyCards totals={totals} payments={items} view={view} />
            <MonthChart totals={totals} view={view} />
          </section>
        ))}
      </div>
    )
  }
  const failed = [payments, dashboard].find((query) => query.isError)
  if (failed) {
    return (
      <ErrorState
        error={failed.error}
        title={words.paymentsNotLoaded}
        onRetry={() => void failed.refetch()}
        busy={failed.isFetching}
      />
    )
  }
  return (
    <Loading label={words.loadingPayments}>
      <Skeleton className="h-36 rounded-card sm:h-26" />
    </Loading>
  )
}
