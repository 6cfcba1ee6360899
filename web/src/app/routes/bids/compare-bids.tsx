import { useState } from 'react'
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
import { paths } from '@/config/paths'
import { Comparison } from '@/features/bids/comparison'
import { AcceptDialog, DeclineDialog } from '@/features/bids/decide'
import { can } from '@/lib/can'
import { formatBudget } from '@/lib/format'

export default function CompareBids() {
  const { taskId = '' } = useParams()
  const task = useTaskQuery(taskId)
  const query = useBidsForTaskInfiniteQuery(taskId)
  const [deciding, setDeciding] = useState<{ bid: Bid; how: 'accept' | 'decline' } | null>(null)
  if (!query.data || !task.data) {
    const error = query.error ?? task.error
    if (!error) return <PageLoading />
    return (
      <Page title="Bids">
        <ErrorState
          error={error}
          what="the bids"
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
  return (
    <Page
      title="Bids"
      intro={
        <>
          For “<bdi>{task.data.title}</bdi>”, budget {formatBudget(task.data.budget)}
        </>
      }
      actions={
        <ButtonLink to={paths.task(taskId)} variant="secondary">
          Back to the task
        </ButtonLink>
      }
    >
      {bids.length === 0 ? (
        <EmptyState icon="bids" title="No bids yet">
          We email you when one comes in.
        </EmptyState>
      ) : (
        <Comparison
          bids={bids}
          budget={task.data.budget}
          actions={(bid) =>
            open && can.decideBid(bid).allowed ? (
              <>
                <Button variant="secondary" size="sm" onClick={() => setDeciding({ bid, how: 'decline' })}>
                  Decline{' '}
                  <span className="sr-only">
                    <bdi>{bid.freelancer.name}</bdi>
                  </span>
                </Button>
                <Button size="sm" onClick={() => setDeciding({ bid, how: 'accept' })}>
                  Accept{' '}
                  <span className="sr-only">
                    <bdi>{bid.freelancer.name}</bdi>
                  </span>
                </Button>
              </>
            ) : bid.contractId ? (
              <ButtonLink to={paths.contract(bid.contractId)} size="sm">
                Open the contract
              </ButtonLink>
            ) : null
          }
        />
      )}
      {query.hasNextPage && (
        <LoadMore
          count={bids.length}
          hasMore
          busy={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
          noun="bids"
        />
      )}
      {deciding?.how === 'accept' && <AcceptDialog bid={deciding.bid} onClose={() => setDeciding(null)} />}
      {deciding?.how === 'decline' && <DeclineDialog bid={deciding.bid} onClose={() => setDeciding(null)} />}
    </Page>
  )
}
