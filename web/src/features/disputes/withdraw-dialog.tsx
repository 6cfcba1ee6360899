import { useWithdrawDisputeMutation } from '@/api/disputes-api'
import { toProblem } from '@/api/problem'
import type { Dispute } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { formatMoney } from '@/lib/format'
import * as words from './words'

/** Asks once. */
export function WithdrawDialog({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const [withdraw, { isLoading, error }] = useWithdrawDisputeMutation()
  async function go(): Promise<void> {
    const result = await withdraw(dispute.id)
    if (!result.data) return
    notify.success(words.takenBack)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.takeBackTitle}
      description={words.takeBackText(formatMoney(dispute.heldAmount))}
    >
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onClose}>
          {words.keepDispute}
        </Button>
        <Button busy={isLoading} onClick={() => void go()}>
          {words.takeBack}
        </Button>
      </div>
    </Dialog>
  )
}
