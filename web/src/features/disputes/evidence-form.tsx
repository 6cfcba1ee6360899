import { useState } from 'react'
import { useAddEvidenceMutation } from '@/api/disputes-api'
import { toProblem } from '@/api/problem'
import type { Dispute } from '@/api/types'
import { FilesField } from '@/components/files/files-field'
import { useFormFiles } from '@/components/files/use-form-files'
import { TextArea } from '@/components/form/text-area'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { useTextDraft } from '@/components/form/use-text-draft'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import * as common from '@/words/common'
import { otherOf, type Side } from './sides'
import * as words from './words'

/** Says or shows something, as long as nothing is decided. */
export function EvidenceForm({ dispute, side }: { dispute: Dispute; side: Side }) {
  const [send, { isLoading, error }] = useAddEvidenceMutation()
  const [text, setText, forget] = useTextDraft(`evidence.${dispute.id}`)
  const [missing, setMissing] = useState(false)
  const files = useFormFiles('evidence', 'fileIds', `evidence.${dispute.id}`)
  const keyOf = useIdempotencyKey()
  async function go(): Promise<void> {
    const fileIds = files.take()
    setMissing(!text.trim())
    if (!text.trim() || !fileIds) return
    const body = { text, fileIds }
    const result = await send({ id: dispute.id, body, idempotencyKey: keyOf(body) })
    if (!result.data) return
    forget()
    setText('')
    files.finish()
    notify.success(words.added(otherOf(dispute, side).name))
  }
  return (
    <Card>
      <h2 className="text-xl font-semibold">{words.addEvidence}</h2>
      <div className="mt-4 space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <TextArea
          name="text"
          label={words.evidenceText}
          help={words.addEvidenceHelp}
          rows={4}
          value={text}
          error={missing ? words.evidenceMissing : undefined}
          onChange={(event) => {
            setText(event.target.value)
            setMissing(false)
          }}
        />
        <FilesField label={common.files} {...files.field} />
        <Button variant="secondary" busy={isLoading} onClick={() => void go()}>
          {words.add}
        </Button>
      </div>
    </Card>
  )
}
