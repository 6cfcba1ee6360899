import { useState } from 'react'
import { toProblem } from '@/api/problem'
import { useResolvePaymentMutation, useRetryPaymentMutation } from '@/api/stuck-api'
import type { StuckPayment } from '@/api/types'
import { TextArea } from '@/components/form/text-area'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { useTextDraft } from '@/components/form/use-text-draft'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { formatMoney } from '@/lib/format'
import * as common from '@/words/common'
import * as words from './words'

interface Props {
  stuck: StuckPayment
  step: 'retry' | 'resolve'
  onClose: () => void
}

/** An admin says why, and has it tried again or notes that it was paid by hand. */
export default function LookAfterDialog({ stuck, step, onClose }: Props) {
  const retry = useRetryPaymentMutation()
  const resolve = useResolvePaymentMutation()
  const [send, { isLoading, error }] = step === 'retry' ? retry : resolve
  const [reason, setReason, forget] = useTextDraft(`stuck.${step}.${stuck.id}`)
  const [missing, setMissing] = useState(false)
  const keyOf = useIdempotencyKey()
  const sum = formatMoney(stuck.amount)
  const isWarning = stuck.kind === 'fraud_warning'
  const { name } = isWarning || stuck.kind === 'payout' ? stuck.freelancer : stuck.client

  async function go(): Promise<void> {
    setMissing(!reason.trim())
    if (!reason.trim()) return
    const body = { reason }
    const { milestoneId, id: paymentId } = stuck
    const result = await send({ milestoneId, paymentId, body, idempotencyKey: keyOf(body) })
    if (!result.data) return
    forget()
    notify.success(
      isWarning ? words.wentOn(sum) : (step === 'retry' ? words.retried : words.resolved)(sum, name),
    )
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        isWarning
          ? words.letGoTitle(sum)
          : step === 'retry'
            ? words.retryTitle(sum)
            : words.resolveTitle(sum, <bdi>{name}</bdi>)
      }
      description={isWarning ? words.letGoText : step === 'retry' ? words.retryText : words.resolveText}
    >
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      <TextArea
        name="reason"
        label={isWarning ? words.letGoWhy : step === 'retry' ? words.retryWhy : words.resolveWhy}
        help={words.whyHelp}
        rows={3}
        value={reason}
        error={missing ? words.whyMissing : undefined}
        onChange={(event) => {
          setReason(event.target.value)
          setMissing(false)
        }}
      />
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button busy={isLoading} onClick={() => void go()}>
          {isWarning ? words.letGo : (step === 'retry' ? words.retryButton : words.resolveButton)(sum, name)}
        </Button>
      </div>
    </Dialog>
  )
}
