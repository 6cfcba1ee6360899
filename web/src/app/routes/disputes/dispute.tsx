import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useDisputeQuery } from '@/api/disputes-api'
import type { Dispute } from '@/api/types'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { PersonLink } from '@/components/ui/person-link'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { DisputeClock } from '@/features/disputes/dispute-clock'
import { EvidenceForm } from '@/features/disputes/evidence-form'
import { EvidencePack } from '@/features/disputes/evidence-pack'
import { Outcome } from '@/features/disputes/outcome'
import { RulingForm } from '@/features/disputes/ruling-form'
import { sideOf } from '@/features/disputes/sides'
import { SplitForm } from '@/features/disputes/split-form'
import { Timeline } from '@/features/disputes/timeline'
import { WithdrawDialog } from '@/features/disputes/withdraw-dialog'
import * as words from '@/features/disputes/words'
import { formatMoney } from '@/lib/format'
import { disputeLabels } from '@/lib/labels'
import { useUser } from '@/lib/session'
import * as common from '@/words/common'

/** The room of a dispute: what is said and shown, what each would accept, and who gets what. */
export default function DisputePage() {
  const { disputeId = '' } = useParams()
  const user = useUser()
  const { data: dispute, error, isFetching, refetch } = useDisputeQuery(disputeId)
  if (!dispute) {
    if (!error) return <PageLoading />
    return (
      <Page title={common.disputes}>
        <ErrorState
          error={error}
          title={words.disputeNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </Page>
    )
  }
  return (
    <Page title={words.titleOf(dispute.milestoneTitle)} intro={<Intro dispute={dispute} />}>
      <Room dispute={dispute} userId={user?.id ?? ''} />
    </Page>
  )
}

function Intro({ dispute }: { dispute: Dispute }) {
  const person = ({ id, name, hasLeft }: Dispute['client']) => (
    <PersonLink id={id} name={name} hasLeft={hasLeft} />
  )
  return (
    <span className="block space-y-1">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <StatusBadge label={disputeLabels[dispute.status]} />
        <span>{words.between(person(dispute.client), person(dispute.freelancer))}</span>
      </span>
      <span className="block">
        {words.aboutContract(formatMoney(dispute.heldAmount), dispute.clock !== null, (text) => (
          <Link to={paths.contract(dispute.contractId)} className="link">
            {text}
          </Link>
        ))}
      </span>
    </span>
  )
}

function Room({ dispute, userId }: { dispute: Dispute; userId: string }) {
  const [leaving, setLeaving] = useState(false)
  const side = sideOf(dispute, userId)
  const { status, clock, outcome } = dispute
  const open = clock !== null
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[1fr_26rem]">
      <div className="order-2 min-w-0 space-y-5 lg:order-1">
        <Timeline dispute={dispute} />
        {open && side && <EvidenceForm dispute={dispute} side={side} />}
      </div>
      <div className="order-1 min-w-0 space-y-5 lg:order-2">
        {clock && <DisputeClock dispute={dispute} clock={clock} userId={userId} />}
        {outcome && <Outcome dispute={dispute} outcome={outcome} userId={userId} />}
        {status === 'withdrawn' && <Notice title={words.withdrawnTitle}>{words.withdrawnText}</Notice>}
        {side && (status === 'opened' || status === 'proposed') && (
          <SplitForm key={dispute.round} dispute={dispute} side={side} userId={userId} />
        )}
        {open && !side && <RulingForm dispute={dispute} userId={userId} />}
        <EvidencePack disputeId={dispute.id} />
        {open && side === dispute.openedBy && (
          <Button variant="quiet" onClick={() => setLeaving(true)}>
            {words.takeBack}
          </Button>
        )}
      </div>
      {leaving && <WithdrawDialog dispute={dispute} onClose={() => setLeaving(false)} />}
    </div>
  )
}
