import { lazy, Suspense, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { useUpdateTaskMutation } from '@/api/own-tasks-api'
import { type ApiProblem, toProblem } from '@/api/problem'
import type { FileRef, Task } from '@/api/types'
import { FilesField } from '@/components/files/files-field'
import { useFormFiles } from '@/components/files/use-form-files'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { useAttempts } from '@/components/form/use-attempts'
import { Page } from '@/components/layout/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { notify } from '@/components/ui/notify'
import { paths } from '@/config/paths'
import * as common from '@/words/common'
import { AttachedField } from './attached-field'
import * as words from './own-words'
import { TaskFields } from './task-fields'
import { type Clash, changesOf, merge, mergeFiles, type TaskValues, valuesOf } from './task-values'

// Few are interrupted by themselves.
const ClashNotice = lazy(() => import('./clash-notice'))

/** What is to be sent of the files, if they have changed. */
const idsOf = (kept: FileRef[], added: string[], before: FileRef[]) =>
  kept.length === before.length && added.length === 0
    ? {}
    : { attachmentIds: [...kept.map(({ id }) => id), ...added] }

/** Changes a task that takes bids. What is typed goes over the version at which editing began, not over the last one heard of. */
export function EditForm({ task }: { task: Task }) {
  const navigate = useNavigate()
  const [update, { isLoading }] = useUpdateTaskMutation()
  const [attempts, failed] = useAttempts()
  const [today] = useState(() => Date.now())
  const [base, setBase] = useState(task)
  const [kept, setKept] = useState(task.attachments)
  /** Nothing, unless another window was first. */
  const [clashes, setClashes] = useState<Clash[] | null>(null)
  const [edition, setEdition] = useState(0)
  const form = useForm<TaskValues>({ defaultValues: valuesOf(task), shouldFocusError: false })
  const files = useFormFiles('task', 'attachmentIds')
  const { errors } = form.formState

  function take({ field, theirs }: Clash): void {
    form.setValue(field, theirs)
    if (field === 'description') setEdition((count) => count + 1)
  }
  function settle({ field }: Clash): void {
    const left = clashes?.filter((clash) => clash.field !== field) ?? []
    setClashes(left.length > 0 ? left : null)
  }

  /** Another window was first: what it alone has changed is taken, and what both have is asked about. */
  function clash(problem: ApiProblem): void {
    const present = problem.present as Task
    const theirs = valuesOf(present)
    const merged = merge(form.getValues(), valuesOf(base), theirs)
    merged.taken.forEach((field) => take({ field, theirs: theirs[field] }))
    setKept(mergeFiles(kept, base.attachments, present.attachments))
    setClashes(merged.clashes)
    setBase(present)
  }

  const submit = form.handleSubmit(async (values) => {
    const added = files.take()
    if (!added) return failed()
    const body = { ...changesOf(values, valuesOf(base)), ...idsOf(kept, added, base.attachments) }
    if (Object.keys(body).length === 0) {
      notify.success(words.noChanges)
      void navigate(paths.task(task.id))
      return
    }
    try {
      const changed = await update({ taskId: task.id, body: { ...body, version: base.version } }).unwrap()
      files.finish()
      notify.success(words.saved(changed.title))
      void navigate(paths.task(task.id))
    } catch (error) {
      const problem = toProblem(error)
      if (problem.code === 'task_changed' && problem.present) return clash(problem)
      applyProblem(problem, form.setError, (name) => name in values, { budget: 'max' })
      failed()
    }
  }, failed)

  return (
    <Page
      title={words.editTitle}
      intro={task.bidCount > 0 ? words.editTextWithBids(task.bidCount) : words.editText}
      width="form"
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Card className="space-y-6">
          <ErrorSummary errors={[...listErrors(errors), ...files.errors]} attempt={attempts} />
          {clashes && (
            <Suspense>
              <ClashNotice
                key={base.version}
                clashes={clashes}
                onTake={(chosen) => {
                  take(chosen)
                  settle(chosen)
                }}
                onKeep={settle}
              />
            </Suspense>
          )}
          <TaskFields
            form={form}
            edition={edition}
            today={today}
            fixed={base.bidCount > 0}
            files={
              <>
                <AttachedField
                  files={kept}
                  onRemove={(file) => setKept((all) => all.filter(({ id }) => id !== file.id))}
                />
                <FilesField label={common.files} {...files.field} />
              </>
            }
          />
        </Card>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <ButtonLink to={paths.task(task.id)} variant="quiet" size="lg">
            {words.backToTask}
          </ButtonLink>
          <Button type="submit" size="lg" busy={isLoading}>
            {words.save}
          </Button>
        </div>
      </form>
    </Page>
  )
}
