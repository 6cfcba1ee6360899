import { lazy, useState } from 'react'
import { useParams } from 'react-router'
import { useBidsForTaskInfiniteQuery } from '@/api/bids-api'
import { itemsOf } from '@/api/paging'
import { useTaskQuery } from '@/api/tasks-api'
import type { Bid } from '@/api/types'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { LoadMore } from '@/components/ui/load-more'
import { spoken } from '@/components/ui/spoken'
import { paths } from '@/config/paths'
import { Comparison } from '@/features/bids/comparison'
import { AcceptDialog, DeclineDialog } from '@/features/bids/decide'
import * as words from '@/features/bids/words'
import { MessagePerson } from '@/features/chat/message-person'
import * as compare from '@/features/bids/compare-words'
import { can } from '@/lib/can'
import { formatBudget } from '@/lib/format'
import * as common from '@/words/common'

const ProfilePanel = lazy(() => import('@/features/people/profile-panel'))

export default function CompareBids() {
  const { taskId = '' } = useParams()
  const task = useTaskQuery(taskId)
  const query = useBidsForTaskInfiniteQuery(taskId)
  const [deciding, setDeciding] = useState<{ bid: Bid; how: 'accept' | 'decline' } | null>(null)
  if (!query.data || !task.data) {
    const error = query.error ?? task.error
    if (!error) return <PageLoading />
    return (
      <Page title={words.bids}>
        <ErrorState
          error={error}
          title={words.bidsNotLoaded}
          onRetry={() => {
            void query.refetch()
            void task.refetch()
          }}
          busy={query.isFetching}
        />
      </Page>
    )
  }
  const bids = itemsOf(query.data)
  const open = task.data.status === 'open'
  const decisions = (bid: Bid) =>
    open && can.decideBid(bid).allowed ? (
      <>
        <Button variant="secondary" size="sm" onClick={() => setDeciding({ bid, how: 'decline' })}>
          {compare.decline(spoken(<bdi>{bid.freelancer.name}</bdi>))}
        </Button>
        <Button size="sm" onClick={() => setDeciding({ bid, how: 'accept' })}>
          {compare.accept(spoken(<bdi>{bid.freelancer.name}</bdi>))}
        </Button>
      </>
    ) : bid.contractId ? (
      <ButtonLink to={paths.contract(bid.contractId)} size="sm">
        {common.openContract}
      </ButtonLink>
    ) : null
  return (
    <Page
      title={words.bids}
      intro={compare.forTask(<bdi>{task.data.title}</bdi>, formatBudget(task.data.budget))}
      actions={
        <ButtonLink to={paths.task(taskId)} variant="secondary">
          {words.backToTask}
        </ButtonLink>
      }
    >
      {bids.length === 0 ? (
        <EmptyState icon="bids" title={words.noBids}>
          {words.noBidsNext}
        </EmptyState>
      ) : (
        <Comparison
          bids={bids}
          budget={task.data.budget}
          Profile={ProfilePanel}
          actions={(bid) => (
            <>
              {decisions(bid)}
              <MessagePerson taskId={taskId} person={bid.freelancer} freelancerId={bid.freelancer.id} small />
            </>
          )}
        />
      )}
      {query.hasNextPage && (
        <LoadMore
          count={bids.length}
          hasMore
          busy={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
      {deciding?.how === 'accept' && <AcceptDialog bid={deciding.bid} onClose={() => setDeciding(null)} />}
      {deciding?.how === 'decline' && <DeclineDialog bid={deciding.bid} onClose={() => setDeciding(null)} />}
    </Page>
  )
}
