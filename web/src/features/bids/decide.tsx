import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAcceptBidMutation, useDeclineBidMutation } from '@/api/bids-api'
import { toProblem } from '@/api/problem'
import type { Bid, DeclineReason } from '@/api/types'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { notify } from '@/components/ui/notify'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { isolated } from '@/lib/isolated'
import { choices } from './reasons'

interface Props {
  bid: Bid
  onClose: () => void
}

export function AcceptDialog({ bid, onClose }: Props) {
  const [accept, { isLoading, error }] = useAcceptBidMutation()
  const keyOf = useIdempotencyKey()
  const navigate = useNavigate()
  async function go(): Promise<void> {
    const result = await accept({ bidId: bid.id, taskId: bid.taskId, idempotencyKey: keyOf(bid.id) })
    if (!result.data) return
    notify.success(
      `You hired ${isolated(bid.freelancer.name)} for ${formatMoney(bid.amount)}. The other bidders were told.`,
    )
    void navigate(paths.contract(result.data.id))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        <>
          Hire <bdi>{bid.freelancer.name}</bdi>?
        </>
      }
      description="The milestones become a contract. No money moves yet: you fund each milestone before it begins. The other bidders are told."
    >
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onClose}>
          Not yet
        </Button>
        <Button busy={isLoading} onClick={() => void go()}>
          Hire <bdi>{bid.freelancer.name}</bdi> for {formatMoney(bid.amount)}
        </Button>
      </div>
    </Dialog>
  )
}

export function DeclineDialog({ bid, onClose }: Props) {
  const [decline, { isLoading, error }] = useDeclineBidMutation()
  const [reason, setReason] = useState<DeclineReason | ''>('')
  const [missing, setMissing] = useState(false)
  const [note, setNote] = useState('')
  async function go(): Promise<void> {
    setMissing(!reason)
    if (!reason) return
    const result = await decline({ bidId: bid.id, reason, note: note.trim() || undefined })
    if (!result.data) return
    notify.success(`${isolated(bid.freelancer.name)}’s bid is declined. They were told the reason.`)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        <>
          Decline <bdi>{bid.freelancer.name}</bdi>’s bid?
        </>
      }
      description="They are told the reason."
    >
      <div className="space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <SelectField
          name="reason"
          label="Reason"
          help="They see this reason, word for word."
          error={missing ? 'Choose a reason.' : undefined}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value as DeclineReason)
            setMissing(false)
          }}
        >
          <option value="" disabled>
            Choose a reason
          </option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextArea
          name="note"
          label="A note to them"
          optional
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="quiet" onClick={onClose}>
            Keep the bid
          </Button>
          <Button variant="danger" busy={isLoading} onClick={() => void go()}>
            Decline <bdi>{bid.freelancer.name}</bdi>
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
