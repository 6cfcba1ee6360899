import { useState } from 'react'
import { useAcceptRefundMutation, useDeclineRefundMutation } from '@/api/refunds-api'
import { toProblem } from '@/api/problem'
import type { RefundRequest } from '@/api/types'
import { TextField } from '@/components/form/text-field'
import { useTextDraft } from '@/components/form/use-text-draft'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { formatMoney } from '@/lib/format'
import { Footer, type DialogProps } from './dialog-parts'
import { Parts } from './parts'
import * as words from './words'

type Props = DialogProps & { request: RefundRequest }

/** Asks once: the money goes back at once. */
export function AcceptDialog({ contract, milestone, userId, request, onClose }: Props) {
  const [send, { isLoading, error }] = useAcceptRefundMutation()
  const sum = formatMoney(request.amount)
  async function go(): Promise<void> {
    const result = await send({ contractId: contract.id, id: request.id })
    if (!result.data) return
    notify.success(words.given(sum, contract.clientName))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.acceptTitle(sum, <bdi>{contract.clientName}</bdi>)}
      description={words.acceptText}
    >
      <div className="space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <Parts contract={contract} userId={userId} back={request.amount} held={milestone.remaining} />
      </div>
      <Footer
        onClose={onClose}
        busy={isLoading}
        label={words.accept(sum, contract.clientName)}
        onGo={() => void go()}
      />
    </Dialog>
  )
}

/** Why not: the client reads it. */
export function DeclineDialog({ contract, request, onClose }: Props) {
  const [send, { isLoading, error }] = useDeclineRefundMutation()
  const [reason, setReason, forget] = useTextDraft(`decline-refund.${request.id}`)
  const [missing, setMissing] = useState(false)
  const name = contract.clientName
  async function go(): Promise<void> {
    setMissing(!reason.trim())
    if (!reason.trim()) return
    const result = await send({ contractId: contract.id, id: request.id, body: { reason } })
    if (!result.data) return
    forget()
    notify.success(words.declinedNote(name))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.declineTitle(formatMoney(request.amount), <bdi>{name}</bdi>)}
      description={words.declineText}
    >
      <div className="space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <TextField
          name="reason"
          label={words.why}
          help={words.whyHelp(name)}
          maxLength={200}
          value={reason}
          error={missing ? words.whyMissing : undefined}
          onChange={(event) => {
            setReason(event.target.value)
            setMissing(false)
          }}
        />
      </div>
      <Footer onClose={onClose} busy={isLoading} label={words.declineButton} onGo={() => void go()} />
    </Dialog>
  )
}
