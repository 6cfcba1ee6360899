import { lazy, Suspense, useState } from 'react'
import { useFundMilestoneMutation } from '@/api/contracts-api'
import { toProblem } from '@/api/problem'
import type { Contract, Milestone } from '@/api/types'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { can } from '@/lib/can'
import { formatMoney } from '@/lib/format'
import * as common from '@/words/common'
import * as words from './words'
import * as dialogs from './dialog-words'

const load = () => import('./milestone-dialogs')
const SubmitDialog = lazy(() => load().then((all) => ({ default: all.SubmitDialog })))
const RevisionDialog = lazy(() => load().then((all) => ({ default: all.RevisionDialog })))
const ApproveDialog = lazy(() => load().then((all) => ({ default: all.ApproveDialog })))

interface Props {
  contract: Contract
  milestone: Milestone
  userId: string
}

type Open = 'submit' | 'revise' | 'approve' | null

/** What the person may do with a milestone now. */
export function MilestoneActions({ contract, milestone, userId }: Props) {
  const [open, setOpen] = useState<Open>(null)
  const [fund, funding] = useFundMilestoneMutation()
  const close = () => setOpen(null)
  const may = {
    fund: can.fund(contract, milestone, userId).allowed,
    submit: can.submit(contract, milestone, userId).allowed,
    revise: can.requestRevision(contract, milestone, userId).allowed,
    approve: can.approve(contract, milestone, userId).allowed && milestone.status === 'in_review',
    // Approved, and nowhere to send the money to.
    setUp: milestone.payment.status === 'release_blocked' && contract.freelancerId === userId,
  }

  async function pay(): Promise<void> {
    const result = await fund({
      contractId: contract.id,
      milestoneId: milestone.id,
    })
    // The payment page is the processor's own; it comes back here.
    if (result.data) window.location.assign(result.data.checkoutUrl)
  }

  if (!Object.values(may).includes(true)) return null
  return (
    <div className="mt-4 space-y-3">
      {funding.error && <Notice tone="danger" live title={toProblem(funding.error).detail} />}
      <div className="flex flex-wrap gap-3">
        {may.fund && (
          <Button icon="lock" busy={funding.isLoading} onClick={() => void pay()}>
            {(milestone.payment.status === 'checkout_open' ? words.continuePaying : words.fund)(
              formatMoney(milestone.amount),
            )}
          </Button>
        )}
        {may.setUp && (
          <ButtonLink to={paths.onboarding()} icon="payments">
            {common.setUpPayouts}
          </ButtonLink>
        )}
        {may.submit && <Button onClick={() => setOpen('submit')}>{dialogs.submitWork}</Button>}
        {may.approve && <Button onClick={() => setOpen('approve')}>{words.approveAndPay}</Button>}
        {may.revise && (
          <Button variant="secondary" onClick={() => setOpen('revise')}>
            {dialogs.requestChanges}
          </Button>
        )}
      </div>
      <Suspense>
        {open === 'submit' && <SubmitDialog contract={contract} milestone={milestone} onClose={close} />}
        {open === 'revise' && <RevisionDialog contract={contract} milestone={milestone} onClose={close} />}
        {open === 'approve' && <ApproveDialog contract={contract} milestone={milestone} onClose={close} />}
      </Suspense>
    </div>
  )
}
