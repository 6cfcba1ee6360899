import { useWithdrawRefundMutation } from '@/api/refunds-api'
import { toProblem } from '@/api/problem'
import type { Contract, RefundRequest } from '@/api/types'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/notify'
import * as words from './words'

/** Nothing is lost by it, so it does not ask. */
export function TakeBack({ contract, request }: { contract: Contract; request: RefundRequest }) {
  const [withdraw, { isLoading, error }] = useWithdrawRefundMutation()
  async function go(): Promise<void> {
    const result = await withdraw({ contractId: contract.id, id: request.id })
    if (result.data) notify.success(words.takenBack)
  }
  return (
    <div>
      <Button variant="secondary" size="sm" busy={isLoading} onClick={() => void go()}>
        {words.takeBack}
      </Button>
      {error && (
        <p role="alert" className="mt-2 text-sm font-medium text-danger">
          {toProblem(error).detail}
        </p>
      )}
    </div>
  )
}
