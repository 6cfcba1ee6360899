import { type FormEvent, useState } from 'react'
import { reportMessage } from '@/api/chat'
import { toProblem } from '@/api/problem'
import type { Message, ReportReason } from '@/api/types'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import * as common from '@/words/common'
import * as words from './talk-words'

/** To the moderators, with what the message says now. */
export function ReportDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const [reason, setReason] = useState<ReportReason | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const noteMissing = reason === 'other' && note.trim() === ''

  async function go(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!reason || noteMissing || busy) return
    setBusy(true)
    try {
      await reportMessage(message, { reason, note: note.trim() })
      notify.success(words.reported)
      onClose()
    } catch (error) {
      setProblem(toProblem(error).detail)
      setBusy(false)
    }
  }

  return (
    <Dialog open onClose={onClose} title={words.reportTitle} description={words.reportText}>
      <form noValidate onSubmit={(event) => void go(event)} className="space-y-4">
        {problem && <Notice tone="danger" live title={problem} />}
        <SelectField
          name="reason"
          label={words.reason}
          error={tried && !reason ? words.reasonMissing : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value as ReportReason)}
        >
          <option value="" disabled>
            {words.chooseReason}
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
          optional={reason !== 'other'}
          error={tried && noteMissing ? words.noteMissing : undefined}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="quiet" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" variant="danger" busy={busy}>
            {words.reportIt}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
