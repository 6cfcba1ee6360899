import { useParams } from 'react-router'
import { useTaskQuery } from '@/api/tasks-api'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { EditForm } from '@/features/tasks/edit-form'
import * as words from '@/features/tasks/own-words'
import { can } from '@/lib/can'
import { useUser } from '@/lib/session'
import * as common from '@/words/common'

export default function EditTask() {
  const { taskId = '' } = useParams()
  const user = useUser()
  const { data: task, error, refetch, isFetching } = useTaskQuery(taskId)
  if (!task) {
    if (!error) return <PageLoading />
    return (
      <Page title={words.editTitle}>
        <ErrorState
          error={error}
          title={common.taskNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </Page>
    )
  }
  const own = can.seeBids(task, user).allowed
  if (own && task.status === 'open') return <EditForm task={task} />
  return (
    <Page title={words.editTitle} width="form">
      <Notice title={own ? words.closed : words.notYours}>
        <ButtonLink to={paths.task(task.id)} variant="secondary" size="sm" className="mt-2">
          {words.backToTask}
        </ButtonLink>
      </Notice>
    </Page>
  )
}
