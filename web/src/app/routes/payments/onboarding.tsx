import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { usePayoutAccountQuery } from '@/api/payments-api'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { PayoutNotice } from '@/features/payments/payout-notice'

/** Where the processor's form comes back to. Coming back proves nothing: the account itself is asked. */
export default function Onboarding() {
  const [params] = useSearchParams()
  const { data, error, isFetching, refetch } = usePayoutAccountQuery()
  const ready = Boolean(data?.payoutsEnabled && data.transfersEnabled)
  const waits = params.get('state') === 'done' && Boolean(data?.detailsSubmitted) && !ready

  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => void refetch(), 2000)
    return () => clearInterval(timer)
  }, [waits, refetch])

  if (!data && !error) return <PageLoading />
  return (
    <Page title="Payouts" width="form">
      {!data && (
        <ErrorState
          error={error}
          what="your payout account"
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {ready && (
        <Notice tone="success" live title="You can be paid">
          Approved milestones are sent to your account at once.
        </Notice>
      )}
      {waits && (
        <Notice live title="Your details are being checked">
          This page updates by itself.
        </Notice>
      )}
      {data && !ready && !waits && <PayoutNotice />}
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink to={paths.payments()} variant="secondary">
          Payments
        </ButtonLink>
        <ButtonLink to={paths.tasks()}>Find work</ButtonLink>
      </div>
    </Page>
  )
}
