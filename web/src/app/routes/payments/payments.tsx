import { usePaymentsInfiniteQuery, usePayoutAccountQuery } from '@/api/payments-api'
import { useDashboardQuery } from '@/api/people-api'
import { itemsOf } from '@/api/paging'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { LoadMore } from '@/components/ui/load-more'
import { MoneyOverview } from '@/features/payments/money-overview'
import { PaymentList } from '@/features/payments/payment-list'
import { PayoutNotice } from '@/features/payments/payout-notice'
import { paths } from '@/config/paths'
import { hasRole, useUser } from '@/lib/session'

export default function Payments() {
  const user = useUser()
  const query = usePaymentsInfiniteQuery()
  const totals = useDashboardQuery()
  const payout = usePayoutAccountQuery(undefined, { skip: !hasRole(user, 'freelancer') })
  // What stands above the list is waited for too: the list keeps its place.
  if (query.isLoading || totals.isLoading || payout.isLoading) return <PageLoading />
  if (!query.data) {
    return (
      <Page title="Payments">
        <ErrorState
          error={query.error}
          what="your payments"
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      </Page>
    )
  }
  const payments = itemsOf(query.data)
  return (
    <Page
      title="Payments"
      intro="Money is held for a milestone until it is approved, and then paid at once."
      actions={
        hasRole(user, 'freelancer') && (
          <ButtonLink to={paths.onboarding()} variant="secondary" size="sm">
            Payouts
          </ButtonLink>
        )
      }
    >
      {hasRole(user, 'freelancer') && <PayoutNotice className="mb-6" />}
      <MoneyOverview />
      <div className="mt-8">
        {payments.length === 0 ? (
          <EmptyState icon="payments" title="No payments yet">
            The first appears once a milestone is funded.
          </EmptyState>
        ) : (
          <PaymentList payments={payments} />
        )}
        {query.hasNextPage && (
          <LoadMore
            count={payments.length}
            hasMore
            busy={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
            noun="payments"
          />
        )}
      </div>
    </Page>
  )
}
