import { usePayoutAccountQuery, useStartOnboardingMutation } from '@/api/payments-api'
import { toProblem } from '@/api/problem'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import * as common from '@/words/common'
import { canBePaid } from './can-be-paid'
import * as words from './words'

/** Tells a freelancer who cannot be paid yet, and takes them to the form. */
export function PayoutNotice({ className }: { className?: string }) {
  const { data } = usePayoutAccountQuery()
  const [start, { isLoading, error }] = useStartOnboardingMutation()
  if (!data || canBePaid(data)) return null
  async function go(): Promise<void> {
    const result = await start()
    if (result.data) window.location.assign(result.data.url)
  }
  return (
    <Notice
      tone="warning"
      className={className}
      title={data.connected ? words.finishSetup : common.setUpPayouts}
    >
      <p>{words.setupText}</p>
      {error && <p className="mt-1 font-semibold">{toProblem(error).detail}</p>}
      <Button size="sm" className="mt-3" busy={isLoading} onClick={() => void go()}>
        {data.connected ? words.continueSetup : common.setUpPayouts}
      </Button>
    </Notice>
  )
}
