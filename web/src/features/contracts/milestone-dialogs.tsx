import { useState } from 'react'
import {
  useApproveMilestoneMutation,
  useRequestRevisionMutation,
  useSubmitWorkMutation,
} from '@/api/contracts-api'
import { toProblem } from '@/api/problem'
import type { Contract, Milestone } from '@/api/types'
import { Checkbox } from '@/components/form/checkbox'
import { TextArea } from '@/components/form/text-area'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { useTextDraft } from '@/components/form/use-text-draft'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { notify } from '@/components/ui/notify'
import { Notice } from '@/components/ui/notice'
import { FilesField } from '@/components/files/files-field'
import { useFormFiles } from '@/components/files/use-form-files'
import { formatMoney } from '@/lib/format'
import * as common from '@/words/common'
import * as words from './dialog-words'

interface Props {
  contract: Contract
  milestone: Milestone
  onClose: () => void
}

function Footer({
  onClose,
  busy,
  label,
  onGo,
}: {
  onClose: () => void
  busy: boolean
  label: string
  onGo: () => void
}) {
  return (
    <div className="mt-5 flex flex-wrap justify-end gap-3">
      <Button variant="quiet" onClick={onClose}>
        {common.cancel}
      </Button>
      <Button busy={busy} onClick={onGo}>
        {label}
      </Button>
    </div>
  )
}

export function SubmitDialog({ contract, milestone, onClose }: Props) {
  const [submit, { isLoading, error }] = useSubmitWorkMutation()
  const [note, setNote, forget] = useTextDraft(`submit.${milestone.id}`)
  const [missing, setMissing] = useState(false)
  const files = useFormFiles('submission', 'fileIds', `submit.${milestone.id}`)
  const keyOf = useIdempotencyKey()
  async function go(): Promise<void> {
    const fileIds = files.take()
    setMissing(!note.trim())
    if (!note.trim() || !fileIds) return
    const body = { note, fileIds }
    const result = await submit({
      contractId: contract.id,
      milestoneId: milestone.id,
      body,
      idempotencyKey: keyOf(body),
    })
    if (!result.data) return
    forget()
    files.finish()
    notify.success(words.submitted(milestone.title, contract.clientName))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.submitTitle(<bdi>{milestone.title}</bdi>)}
      description={words.submitText(contract.clientName)}
    >
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      <TextArea
        name="note"
        label={words.whatYouDid}
        rows={6}
        help={words.whatYouDidHelp}
        value={note}
        error={missing ? words.whatYouDidMissing : undefined}
        onChange={(event) => {
          setNote(event.target.value)
          setMissing(false)
        }}
      />
      <div className="mt-4">
        <FilesField label={common.files} {...files.field} />
      </div>
      <Footer onClose={onClose} busy={isLoading} label={words.submitWork} onGo={() => void go()} />
    </Dialog>
  )
}

export function RevisionDialog({ contract, milestone, onClose }: Props) {
  const [request, { isLoading, error }] = useRequestRevisionMutation()
  const [comment, setComment, forget] = useTextDraft(`revision.${milestone.id}`)
  const [unmet, setUnmet] = useState<string[]>([])
  const [problem, setProblem] = useState<{ comment?: string; criteria?: string }>({})
  const keyOf = useIdempotencyKey()
  async function go(): Promise<void> {
    const found = {
      comment: comment.trim() ? undefined : words.changeMissing,
      criteria: milestone.criteria.length > 0 && unmet.length === 0 ? words.unmetMissing : undefined,
    }
    setProblem(found)
    if (found.comment || found.criteria) return
    const body = { comment, criteria: unmet }
    const result = await request({
      contractId: contract.id,
      milestoneId: milestone.id,
      body,
      idempotencyKey: keyOf(body),
    })
    if (!result.data) return
    forget()
    notify.success(words.askedForChanges(milestone.title, contract.freelancerName))
    onClose()
  }
  const toggle = (criterion: string) =>
    setUnmet((chosen) =>
      chosen.includes(criterion) ? chosen.filter((other) => other !== criterion) : [...chosen, criterion],
    )
  return (
    <Dialog open onClose={onClose} title={words.changesTitle(<bdi>{milestone.title}</bdi>)}>
      <div className="space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        {milestone.criteria.length > 0 && (
          <fieldset aria-describedby={problem.criteria ? 'criteria-error' : undefined}>
            <legend className="mb-1.5 text-sm font-semibold">{words.unmet}</legend>
            {milestone.criteria.map((criterion) => (
              <label key={criterion} className="flex min-h-10 items-center gap-3">
                <Checkbox checked={unmet.includes(criterion)} onChange={() => toggle(criterion)} />
                <bdi className="min-w-0 wrap-anywhere">{criterion}</bdi>
              </label>
            ))}
            {problem.criteria && (
              <p id="criteria-error" className="text-sm font-medium text-danger">
                {problem.criteria}
              </p>
            )}
          </fieldset>
        )}
        <TextArea
          name="comment"
          label={words.change}
          rows={5}
          value={comment}
          error={problem.comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </div>
      <Footer onClose={onClose} busy={isLoading} label={words.requestChanges} onGo={() => void go()} />
    </Dialog>
  )
}

export function ApproveDialog({ contract, milestone, onClose }: Props) {
  const [approve, { isLoading, error }] = useApproveMilestoneMutation()
  async function go(): Promise<void> {
    const result = await approve({
      contractId: contract.id,
      milestoneId: milestone.id,
    })
    if (!result.data) return
    notify.success(words.approved(milestone.title, formatMoney(milestone.payout), contract.freelancerName))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.approveTitle(<bdi>{milestone.title}</bdi>)}
      description={words.approveText(
        formatMoney(milestone.remaining),
        <bdi>{contract.freelancerName}</bdi>,
        formatMoney(milestone.payout),
        formatMoney(milestone.fee),
      )}
    >
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      <Footer
        onClose={onClose}
        busy={isLoading}
        label={words.pay(formatMoney(milestone.remaining), contract.freelancerName)}
        onGo={() => void go()}
      />
    </Dialog>
  )
}
