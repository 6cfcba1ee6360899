import { useState } from 'react'
import { Link } from 'react-router'
import { useMyBidsInfiniteQuery, useWithdrawBidMutation } from '@/api/bids-api'
import { toProblem } from '@/api/problem'
import type { Bid } from '@/api/types'
import { Page } from '@/components/layout/page'
import { notify } from '@/components/ui/notify'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PagedList } from '@/components/ui/paged-list'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import * as words from '@/features/bids/words'
import * as compare from '@/features/bids/compare-words'
import { can } from '@/lib/can'
import { formatMoney } from '@/lib/format'
import { bidLabels } from '@/lib/labels'
import { formatDate } from '@/lib/time'
import * as common from '@/words/common'

export default function MyBids() {
  const query = useMyBidsInfiniteQuery()
  const [leaving, setLeaving] = useState<Bid | null>(null)
  return (
    <Page title={words.myBids} intro={words.myBidsIntro}>
      <PagedList
        query={query}
        loading={words.loadingBids}
        failed={words.bidsNotLoaded}
        empty={
          <EmptyState
            icon="bids"
            title={words.noneMine}
            action={<ButtonLink to={paths.tasks()}>{common.findWork}</ButtonLink>}
          >
            {words.noneMineNext}
          </EmptyState>
        }
      >
        {(bid) => <BidRow bid={bid} onWithdraw={() => setLeaving(bid)} />}
      </PagedList>
      {leaving && <Withdraw bid={leaving} onClose={() => setLeaving(null)} />}
    </Page>
  )
}

function BidRow({ bid, onWithdraw }: { bid: Bid; onWithdraw: () => void }) {
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 dir="auto" className="text-lg font-semibold wrap-anywhere">
            <Link to={paths.task(bid.taskId)} className="hover:underline">
              <bdi>{bid.taskTitle}</bdi>
            </Link>
          </h2>
          <p className="mt-1 text-sm text-ink-muted">
            {words.inShort(
              <span className="tabular">{formatMoney(bid.amount)}</span>,
              bid.timelineDays,
              formatDate(bid.createdAt),
            )}
          </p>
        </div>
        <StatusBadge label={bidLabels[bid.status]} />
      </div>
      {bid.isAsked && <p className="mt-3 text-sm text-ink-muted">{words.taskHasChanged}</p>}
      {bid.declineReason && (
        <p className="mt-3 text-sm text-ink-muted">
          {words.declinedBecause(words.declineReasons[bid.declineReason], <bdi>{bid.declineNote}</bdi>)}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {bid.contractId && (
          <ButtonLink to={paths.contract(bid.contractId)} size="sm">
            {common.openContract}
          </ButtonLink>
        )}
        {bid.isAsked && (
          <ButtonLink to={paths.task(bid.taskId)} size="sm">
            {words.seeChanges}
          </ButtonLink>
        )}
        {can.decideBid(bid).allowed && (
          <Button variant="secondary" size="sm" onClick={onWithdraw}>
            {words.withdraw}
          </Button>
        )}
      </div>
    </Card>
  )
}

function Withdraw({ bid, onClose }: { bid: Bid; onClose: () => void }) {
  const [withdraw, { isLoading, error }] = useWithdrawBidMutation()
  async function go(): Promise<void> {
    const result = await withdraw({ bidId: bid.id, taskId: bid.taskId })
    if (result.error) return
    notify.success(words.withdrawn(formatMoney(bid.amount), bid.taskTitle))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.withdrawTitle}
      description={words.withdrawText(<bdi>{bid.taskTitle}</bdi>)}
    >
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onClose}>
          {compare.keepBid}
        </Button>
        <Button variant="danger" busy={isLoading} onClick={() => void go()}>
          {words.withdrawSum(formatMoney(bid.amount))}
        </Button>
      </div>
    </Dialog>
  )
}
