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
import * as words from './compare-words'

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
    notify.success(words.hired(bid.freelancer.name, formatMoney(bid.amount)))
    void navigate(paths.contract(result.data.id))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.hireTitle(<bdi>{bid.freelancer.name}</bdi>)}
      description={words.hireText}
    >
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onClose}>
          {words.notYet}
        </Button>
        <Button busy={isLoading} onClick={() => void go()}>
          {words.hire(<bdi>{bid.freelancer.name}</bdi>, formatMoney(bid.amount))}
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
    notify.success(words.declined(bid.freelancer.name))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.declineTitle(<bdi>{bid.freelancer.name}</bdi>)}
      description={words.declineText}
    >
      <div className="space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <SelectField
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          error={missing ? words.reasonMissing : undefined}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value as DeclineReason)
            setMissing(false)
          }}
        >
          <option value="" disabled>
            {words.reasonPlaceholder}
          </option>
          {words.reasons.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextArea
          name="note"
          label={words.note}
          optional
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="quiet" onClick={onClose}>
            {words.keepBid}
          </Button>
          <Button variant="danger" busy={isLoading} onClick={() => void go()}>
            {words.decline(<bdi>{bid.freelancer.name}</bdi>)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
