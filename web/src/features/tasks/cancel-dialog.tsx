import { type FormEvent, useState } from 'react'
import { useCancelTaskMutation } from '@/api/own-tasks-api'
import { toProblem } from '@/api/problem'
import type { Task } from '@/api/types'
import { TextArea } from '@/components/form/text-area'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import * as words from './own-words'

interface Props {
  task: Task
  onClose: () => void
}

export function CancelDialog({ task, onClose }: Props) {
  const [cancel, { isLoading, error }] = useCancelTaskMutation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason.trim() === ''
  async function go(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (missing) return
    const result = await cancel({ taskId: task.id, reason: reason.trim() })
    if (!result.data) return
    notify.success(words.cancelled(task.title))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={words.cancelTitle} description={words.cancelText(task.bidCount)}>
      <form noValidate onSubmit={(event) => void go(event)} className="space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <TextArea
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          error={tried && missing ? words.reasonMissing : undefined}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="quiet" onClick={onClose}>
            {words.keepTask}
          </Button>
          <Button type="submit" variant="danger" busy={isLoading}>
            {words.cancelGo}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
