import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useOpenDisputeMutation } from '@/api/disputes-api'
import { toProblem } from '@/api/problem'
import type { Contract, Milestone } from '@/api/types'
import { FilesField } from '@/components/files/files-field'
import { useFormFiles } from '@/components/files/use-form-files'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { useTextDraft } from '@/components/form/use-text-draft'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import * as common from '@/words/common'
import * as words from './words'

interface Props {
  contract: Contract
  milestone: Milestone
  userId: string
  onClose: () => void
}

/** Opens a dispute about a milestone's held money. */
export default function OpenDisputeDialog({ contract, milestone, userId, onClose }: Props) {
  const [open, { isLoading, error }] = useOpenDisputeMutation()
  const [reason, setReason, forgetReason] = useTextDraft(`dispute.reason.${milestone.id}`)
  const [statement, setStatement, forgetStatement] = useTextDraft(`dispute.statement.${milestone.id}`)
  const [problem, setProblem] = useState<{ reason?: string; statement?: string }>({})
  const files = useFormFiles('evidence', 'fileIds', `dispute.${milestone.id}`)
  const keyOf = useIdempotencyKey()
  const navigate = useNavigate()
  const other = contract.clientId === userId ? contract.freelancerName : contract.clientName
  const sum = formatMoney(milestone.remaining)
  // Whoever has not answered a request for a refund has had their time.
  const atOnce = contract.clientId === userId && milestone.refundRequests.at(-1)?.status === 'unanswered'

  async function go(): Promise<void> {
    const fileIds = files.take()
    const found = {
      reason: reason.trim() ? undefined : words.aboutMissing,
      statement: statement.trim() ? undefined : words.statementMissing,
    }
    setProblem(found)
    if (found.reason || found.statement || !fileIds) return
    const body = { reason, statement, fileIds }
    const result = await open({ id: milestone.id, body, idempotencyKey: keyOf(body) })
    if (!result.data) return
    forgetReason()
    forgetStatement()
    files.finish()
    notify.success(words.openedNote(other))
    void navigate(paths.dispute(result.data.id))
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.openTitle(<bdi>{milestone.title}</bdi>)}
      description={(atOnce ? words.openTextAtOnce : words.openText)(sum, <bdi>{other}</bdi>)}
    >
      <div className="space-y-4">
        <p className="text-sm text-ink-muted">{words.askFirst}</p>
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <TextField
          name="reason"
          label={words.about}
          maxLength={200}
          value={reason}
          error={problem.reason}
          onChange={(event) => {
            setReason(event.target.value)
            setProblem({ ...problem, reason: undefined })
          }}
        />
        <TextArea
          name="statement"
          label={words.statement}
          help={words.statementHelp}
          rows={5}
          value={statement}
          error={problem.statement}
          onChange={(event) => {
            setStatement(event.target.value)
            setProblem({ ...problem, statement: undefined })
          }}
        />
        <FilesField label={common.files} {...files.field} />
      </div>
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button busy={isLoading} onClick={() => void go()}>
          {words.openButton(sum)}
        </Button>
      </div>
    </Dialog>
  )
}
