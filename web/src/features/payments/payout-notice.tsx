import { usePayoutAccountQuery, useStartOnboardingMutation } from '@/api/payments-api'
import { toProblem } from '@/api/problem'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Tells a freelancer who cannot be paid yet, and takes them to the form. */
export function PayoutNotice({ className }: { className?: string }) {
  const { data } = usePayoutAccountQuery()
  const [start, { isLoading, error }] = useStartOnboardingMutation()
  if (!data) return null
  if (data.payoutsEnabled && data.transfersEnabled) return null
  async function go(): Promise<void> {
    const result = await start()
    if (result.data) window.location.assign(result.data.url)
  }
  return (
    <Notice
      tone="warning"
      className={className}
      title={data.connected ? 'Finish setting up payouts' : 'Set up payouts'}
    >
      <p>You can bid and work without it, but money you have earned waits until we can send it to you.</p>
      {error && <p className="mt-1 font-semibold">{toProblem(error).detail}</p>}
      <Button size="sm" className="mt-3" busy={isLoading} onClick={() => void go()}>
        {data.connected ? 'Continue' : 'Set up payouts'}
      </Button>
    </Notice>
  )
}
