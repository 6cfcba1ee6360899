import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { useCreateTaskMutation } from '@/api/tasks-api'
import { FilesField } from '@/components/files/files-field'
import { useFormFiles } from '@/components/files/use-form-files'
import { DraftNote } from '@/components/form/draft-note'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { useAttempts } from '@/components/form/use-attempts'
import { readDraft, useDraft } from '@/components/form/use-draft'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import * as words from '@/features/tasks/form-words'
import { TaskFields } from '@/features/tasks/task-fields'
import { bodyOf, emptyTask, type TaskValues } from '@/features/tasks/task-values'
import { can } from '@/lib/can'
import { useUser } from '@/lib/session'
import * as common from '@/words/common'

const DRAFT = 'new-task'

export default function NewTask() {
  const user = useUser()
  const navigate = useNavigate()
  const [createTask, { isLoading }] = useCreateTaskMutation()
  const keyOf = useIdempotencyKey()
  const [attempts, failed] = useAttempts()
  const [draft] = useState(() => readDraft<TaskValues>(DRAFT))
  const [today] = useState(() => Date.now())
  const form = useForm<TaskValues>({
    defaultValues: { ...emptyTask, ...draft?.values },
    shouldFocusError: false,
  })
  const { savedAt, discard, startAgain } = useDraft(DRAFT, form)
  const files = useFormFiles('task', 'attachmentIds', DRAFT)
  // The editor reads its text once; another edition begins with an empty one.
  const [edition, setEdition] = useState(0)
  const { errors } = form.formState
  const allowed = can.postTask(user)
  if (!allowed.allowed) {
    return (
      <Page title={common.postTask} width="form">
        <Notice title={allowed.reason} />
      </Page>
    )
  }

  const submit = form.handleSubmit(async (values) => {
    const attachmentIds = files.take()
    if (!attachmentIds) return failed()
    const body = { ...bodyOf(values), attachmentIds }
    try {
      const task = await createTask({ body, idempotencyKey: keyOf(body) }).unwrap()
      discard()
      files.finish()
      void navigate(paths.task(task.id), { state: { posted: true } })
    } catch (error) {
      applyProblem(toProblem(error), form.setError, (name) => name in values, { budget: 'max' })
      failed()
    }
  }, failed)
  return (
    <Page title={common.postTask} intro={words.intro} width="form">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Card className="space-y-6">
          <ErrorSummary errors={[...listErrors(errors), ...files.errors]} attempt={attempts} />
          <TaskFields
            form={form}
            edition={edition}
            today={today}
            files={<FilesField label={common.files} {...files.field} />}
          />
        </Card>
        <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
          <DraftNote
            savedAt={savedAt}
            onDiscard={() => {
              // The editor reads its text once, also when it is brought back.
              startAgain(emptyTask, () => setEdition((count) => count + 1))
              files.field.uploads.clear()
              setEdition((count) => count + 1)
            }}
          />
          <Button type="submit" size="lg" busy={isLoading}>
            {words.post}
          </Button>
        </div>
      </form>
    </Page>
  )
}
