import { type FormEvent, useState } from 'react'
import { useUpdateTaskMutation } from '@/api/own-tasks-api'
import { toProblem } from '@/api/problem'
import type { Task } from '@/api/types'
import { DateField } from '@/components/form/date-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { addDays, endOfDay, formatMoment } from '@/lib/time'
import * as common from '@/words/common'
import * as words from './own-words'

interface Props {
  task: Task
  onClose: () => void
}

/** A later deadline, and nothing else. */
export function ExtendDialog({ task, onClose }: Props) {
  const [update, { isLoading, error }] = useUpdateTaskMutation()
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const deadline = endOfDay(day)
  async function go(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!deadline) return
    const result = await update({ taskId: task.id, body: { version: task.version, deadline } })
    if (!result.data) return
    notify.success(words.extended(formatMoment(result.data.deadline)))
    onClose()
  }
  const problem = error && toProblem(error)
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.extendTitle}
      description={words.extendText(formatMoment(task.deadline))}
    >
      <form noValidate onSubmit={(event) => void go(event)} className="space-y-4">
        {problem && <Notice tone="danger" live title={problem.errors[0]?.message ?? problem.detail} />}
        <DateField
          name="extended"
          label={words.extendTo}
          value={day}
          onChange={setDay}
          min={addDays(Date.parse(task.deadline), 1)}
          max={addDays(Date.parse(task.createdAt), 365)}
          error={tried && !deadline ? common.chooseDate : undefined}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="quiet" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" busy={isLoading}>
            {words.extendGo}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
