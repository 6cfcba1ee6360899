import { Link } from 'react-router'
import { itemsOf } from '@/api/paging'
import { usePaymentsInfiniteQuery } from '@/api/payments-api'
import { Section } from '@/components/layout/page'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { MoneyCards } from '@/features/payments/money-cards'
import { MonthChart } from '@/features/payments/month-chart'
import { useView } from '@/lib/session'

export function Money() {
  const view = useView()
  const query = usePaymentsInfiniteQuery()
  const payments = itemsOf(query.data)
  return (
    <Section
      title="Money"
      aside={
        <Link to={paths.payments()} className="link text-sm">
          History and invoices
        </Link>
      }
    >
      {!query.data && query.isError && (
        <ErrorState
          error={query.error}
          what="your payments"
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )}
      {!query.data && !query.isError && (
        <Loading label="Loading your payments">
          <Skeleton className="h-36 rounded-card sm:h-26" />
        </Loading>
      )}
      {query.data && (
        <div className="space-y-4">
          <MoneyCards payments={payments} view={view} />
          <MonthChart payments={payments} view={view} />
        </div>
      )}
    </Section>
  )
}
