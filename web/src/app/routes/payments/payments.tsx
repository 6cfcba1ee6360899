import { usePaymentsInfiniteQuery, usePayoutAccountQuery } from '@/api/payments-api'
import { useDashboardQuery } from '@/api/people-api'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { MoneyOverview } from '@/features/payments/money-overview'
import { canBePaid } from '@/features/payments/can-be-paid'
import { PaymentHistory } from '@/features/payments/payment-history'
import { PayoutNotice } from '@/features/payments/payout-notice'
import { paths } from '@/config/paths'
import * as words from '@/features/payments/words'
import { hasRole, useUser } from '@/lib/session'

export default function Payments() {
  const freelancer = hasRole(useUser(), 'freelancer')
  const query = usePaymentsInfiniteQuery()
  const totals = useDashboardQuery()
  const payout = usePayoutAccountQuery(undefined, { skip: !freelancer })
  // What stands above the list is waited for too: the list keeps its place.
  if (query.isLoading || totals.isLoading || payout.isLoading) return <PageLoading />
  if (!query.data) {
    return (
      <Page title={words.payments}>
        <ErrorState
          error={query.error}
          title={words.paymentsNotLoaded}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      </Page>
    )
  }
  // Whoever cannot be paid yet is told so below, with the way to the form.
  const payoutsLink = freelancer && (!payout.data || canBePaid(payout.data))
  return (
    <Page
      title={words.payments}
      intro={words.intro}
      actions={
        <>
          {payoutsLink && (
            <ButtonLink to={paths.onboarding()} variant="secondary" size="sm">
              {words.payouts}
            </ButtonLink>
          )}
          <ButtonLink to={{ pathname: paths.settings(), hash: 'billing' }} variant="secondary" size="sm">
            {words.billing}
          </ButtonLink>
        </>
      }
    >
      {freelancer && <PayoutNotice className="mb-6" />}
      <MoneyOverview />
      <PaymentHistory />
    </Page>
  )
}
