import { itemsOf } from '@/api/paging'
import { usePaymentsInfiniteQuery } from '@/api/payments-api'
import { useDashboardQuery } from '@/api/people-api'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useView } from '@/lib/session'
import { MoneyCards } from './money-cards'
import { MonthChart } from './month-chart'

/** The money of the side that the person looks at: in sums, and by month. */
export function MoneyOverview() {
  const view = useView()
  const payments = usePaymentsInfiniteQuery()
  const dashboard = useDashboardQuery()
  if (payments.data && dashboard.data) {
    return (
      <div className="space-y-4">
        <MoneyCards dashboard={dashboard.data} payments={itemsOf(payments.data)} view={view} />
        <MonthChart dashboard={dashboard.data} view={view} />
      </div>
    )
  }
  const failed = [payments, dashboard].find((query) => query.isError)
  if (failed) {
    return (
      <ErrorState
        error={failed.error}
        what="your payments"
        onRetry={() => void failed.refetch()}
        busy={failed.isFetching}
      />
    )
  }
  return (
    <Loading label="Loading your payments">
      <Skeleton className="h-36 rounded-card sm:h-26" />
    </Loading>
  )
}
