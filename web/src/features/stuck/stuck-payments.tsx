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

function titleOf(stuck: StuckPayment) {
  const sum = formatMoney(stuck.amount)
  const [client, freelancer] = [<bdi>{stuck.client.name}</bdi>, <bdi>{stuck.freelancer.name}</bdi>]
  switch (stuck.kind) {
    case 'payout':
      return words.payout(sum, freelancer)
    case 'refund':
      return words.refund(sum, client)
    case 'chargeback':
      return words.chargeback(sum, client)
    case 'fraud_warning':
      return words.fraudWarning(sum, client)
  }
}

function StuckCard({ stuck }: { stuck: StuckPayment }) {
  const [step, setStep] = useState<'retry' | 'resolve' | null>(null)
  return (
    <Card>
      <h3 className="font-semibold wrap-anywhere">{titleOf(stuck)}</h3>
      <p className="mt-1 text-sm text-ink-muted wrap-anywhere">
        {words.since(
          <bdi>{stuck.milestoneTitle}</bdi>,
          <bdi>{stuck.taskTitle}</bdi>,
          formatDateTime(stuck.since),
        )}
      </p>
      {stuck.kind === 'chargeback' && (
        <p className="mt-2 max-w-reading text-sm">
          {stuck.answerBy ? words.answerBy(formatDateTime(stuck.answerBy)) : words.bankDecides}
        </p>
      )}
      {stuck.kind === 'fraud_warning' && (
        <p className="mt-2 max-w-reading text-sm">{words.fraudWarningText}</p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {stuck.kind !== 'chargeback' && (
          <Button size="sm" onClick={() => setStep('retry')}>
            {stuck.kind === 'fraud_warning' ? words.letGo : words.retry}
          </Button>
        )}
        {(stuck.kind === 'payout' || stuck.kind === 'refund') && (
          <Button size="sm" variant="secondary" onClick={() => setStep('resolve')}>
            {words.resolve}
          </Button>
        )}
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
