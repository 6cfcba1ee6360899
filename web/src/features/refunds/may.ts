import type { Contract, Milestone } from '@/api/types'

/** As many as MAX_REFUND_REQUESTS in shared/domain/src/refund.rs. */
const MOST = 3

const isHeld = ({ status }: Contract, { payment, disputeId }: Milestone) =>
  (status === 'active' || status === 'disputed') && payment.status === 'funded' && !disputeId

/** The request that says how things stand: the last one. */
export const lastRequest = ({ refundRequests }: Milestone) => refundRequests.at(-1)

/** Mirrors functions/milestones/src/request_refund.rs. */
export function mayAsk(contract: Contract, milestone: Milestone, userId: string): boolean {
  return (
    userId === contract.clientId &&
    isHeld(contract, milestone) &&
    milestone.refundRequests.length < MOST &&
    lastRequest(milestone)?.status !== 'open'
  )
}

/** Mirrors functions/milestones/src/offer_refund.rs. */
export function mayOffer(contract: Contract, milestone: Milestone, userId: string): boolean {
  return userId === contract.freelancerId && isHeld(contract, milestone)
}

/** Mirrors functions/milestones/src/accept_refund.rs. */
export function mayAccept(contract: Contract, milestone: Milestone, userId: string): boolean {
  const status = lastRequest(milestone)?.status
  return mayOffer(contract, milestone, userId) && (status === 'open' || status === 'unanswered')
}
