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
import { can } from '@/lib/can'
import { useUser } from '@/lib/session'
import { useNow } from '@/lib/use-now'

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
      <Page title="Bid">
        <ErrorState error={error} what="the task" onRetry={() => void refetch()} busy={isFetching} />
      </Page>
    )
  }
  const allowed = can.bid(task, user, now)
  if (!allowed.allowed) {
    return (
      <Page title="Bid" width="form">
        <Notice title={allowed.reason}>
          <ButtonLink to={paths.task(task.id)} variant="secondary" size="sm" className="mt-2">
            Back to the task
          </ButtonLink>
        </Notice>
      </Page>
    )
  }
  return <NewBidForm task={task} />
}
