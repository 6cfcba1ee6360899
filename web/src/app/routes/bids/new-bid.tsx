import { useParams } from 'react-router'
import { useMeQuery } from '@/api/people-api'
import { useTaskQuery } from '@/api/tasks-api'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { NewBidForm } from '@/features/bids/new-bid-form'
import * as words from '@/features/bids/words'
import { can } from '@/lib/can'
import { useUser } from '@/lib/session'
import { useNow } from '@/lib/use-now'
import * as common from '@/words/common'

export default function NewBid() {
  const { taskId = '' } = useParams()
  const user = useUser()
  const now = useNow()
  const { data: task, error, refetch, isFetching } = useTaskQuery(taskId)
  // The form shows the person's pieces of work: with them there from the start, nothing below moves.
  const me = useMeQuery()
  if (!task || (me.isLoading && can.bid(task, user, now).allowed)) {
    if (!error) return <PageLoading />
    return (
      <Page title={words.bid}>
        <ErrorState
          error={error}
          title={common.taskNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </Page>
    )
  }
  const allowed = can.bid(task, user, now)
  if (!allowed.allowed) {
    return (
      <Page title={words.bid} width="form">
        <Notice title={allowed.reason}>
          <ButtonLink to={paths.task(task.id)} variant="secondary" size="sm" className="mt-2">
            {words.backToTask}
          </ButtonLink>
        </Notice>
      </Page>
    )
  }
  return <NewBidForm task={task} />
}
