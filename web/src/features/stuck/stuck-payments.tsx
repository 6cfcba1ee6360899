import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useStuckPaymentsInfiniteQuery } from '@/api/stuck-api'
import type { StuckPayment } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { formatDateTime } from '@/lib/time'
import * as common from '@/words/common'
import * as words from './words'

const LookAfterDialog = lazy(() => import('./look-after-dialog'))

/** Payouts and refunds that failed for good, for admins to work through. */
export function StuckPayments() {
  const query = useStuckPaymentsInfiniteQuery()
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{words.stuck}</h2>
      <p className="mt-1 mb-4 max-w-reading text-ink-muted">{words.stuckIntro}</p>
      <PagedList
        query={query}
        loading={words.loadingStuck}
        failed={words.stuckNotLoaded}
        empty={
          <EmptyState icon="check-circle" title={words.noneStuck}>
            {words.noneStuckNext}
          </EmptyState>
        }
      >
        {(stuck) => <StuckCard stuck={stuck} />}
      </PagedList>
    </section>
  )
}

function StuckCard({ stuck }: { stuck: StuckPayment }) {
  const [step, setStep] = useState<'retry' | 'resolve' | null>(null)
  const sum = formatMoney(stuck.amount)
  return (
    <Card>
      <h3 className="font-semibold wrap-anywhere">
        {stuck.kind === 'payout'
          ? words.payout(sum, <bdi>{stuck.freelancer.name}</bdi>)
          : words.refund(sum, <bdi>{stuck.client.name}</bdi>)}
      </h3>
      <p className="mt-1 text-sm text-ink-muted wrap-anywhere">
        {words.since(
          <bdi>{stuck.milestoneTitle}</bdi>,
          <bdi>{stuck.taskTitle}</bdi>,
          formatDateTime(stuck.since),
        )}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button size="sm" onClick={() => setStep('retry')}>
          {words.retry}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => setStep('resolve')}>
          {words.resolve}
        </Button>
        <Link to={paths.contract(stuck.contractId)} className="link text-sm">
          {common.openContract}
        </Link>
      </div>
      <Suspense>
        {step && <LookAfterDialog stuck={stuck} step={step} onClose={() => setStep(null)} />}
      </Suspense>
    </Card>
  )
}
