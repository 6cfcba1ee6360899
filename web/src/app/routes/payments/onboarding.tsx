import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { usePayoutAccountQuery } from '@/api/payments-api'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { canBePaid } from '@/features/payments/can-be-paid'
import { PayoutNotice } from '@/features/payments/payout-notice'
import * as words from '@/features/payments/words'
import * as common from '@/words/common'

/** Where the processor's form comes back to. Coming back proves nothing: the account itself is asked. */
export default function Onboarding() {
  const [params] = useSearchParams()
  const { data, error, isFetching, refetch } = usePayoutAccountQuery()
  const ready = canBePaid(data)
  const waits = params.get('state') === 'done' && Boolean(data?.detailsSubmitted) && !ready

  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => void refetch(), 2000)
    return () => clearInterval(timer)
  }, [waits, refetch])

  if (!data && !error) return <PageLoading />
  return (
    <Page title={words.payouts} width="form">
      {!data && (
        <ErrorState
          error={error}
          title={words.accountNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {ready && (
        <Notice tone="success" live title={words.ready}>
          {words.readyText}
        </Notice>
      )}
      {waits && (
        <Notice live title={words.checking}>
          {words.checkingText}
        </Notice>
      )}
      {data && !ready && !waits && <PayoutNotice />}
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink to={paths.payments()} variant="secondary">
          {words.payments}
        </ButtonLink>
        <ButtonLink to={paths.tasks()}>{common.findWork}</ButtonLink>
      </div>
    </Page>
  )
}
