import { lazy, Suspense, useState } from 'react'
import type { Contract, Milestone } from '@/api/types'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { can } from '@/lib/can'
import { formatMoney } from '@/lib/format'
import * as common from '@/words/common'
import * as words from './words'

const OpenDialog = lazy(() => import('./open-dialog'))

interface Props {
  contract: Contract
  milestone: Milestone
  userId: string
}

/** What a milestone says of its dispute: how to open one, that one is open, or what one decided. */
export function MilestoneDispute({ contract, milestone, userId }: Props) {
  const [opening, setOpening] = useState(false)
  const { disputeId, settlement } = milestone
  if (disputeId)
    return (
      <div className="mt-4">
        <Notice tone="warning" title={words.standing}>
          <p>{words.standingText(formatMoney(milestone.remaining))}</p>
          <ButtonLink to={paths.dispute(disputeId)} variant="secondary" size="sm" className="mt-2">
            {common.openDispute}
          </ButtonLink>
        </Notice>
      </div>
    )
  if (settlement)
    return (
      <div className="mt-4">
        <Notice title={words.decidedHere}>
          <p>
            {words.wentTo(
              formatMoney(settlement.toFreelancer),
              <bdi>{contract.freelancerName}</bdi>,
              formatMoney(settlement.toClient),
              <bdi>{contract.clientName}</bdi>,
            )}
          </p>
          {settlement.refund === 'failed' && <p className="mt-1">{words.refundFailed}</p>}
          <ButtonLink to={paths.dispute(settlement.disputeId)} variant="secondary" size="sm" className="mt-2">
            {common.openDispute}
          </ButtonLink>
        </Notice>
      </div>
    )
  if (!can.dispute(contract, milestone, userId).allowed) return null
  return (
    <div className="mt-3">
      <Button variant="quiet" size="sm" onClick={() => setOpening(true)}>
        {words.open}
      </Button>
      <Suspense>
        {opening && (
          <OpenDialog
            contract={contract}
            milestone={milestone}
            userId={userId}
            onClose={() => setOpening(false)}
          />
        )}
      </Suspense>
    </div>
  )
}
