import type { Bid, Contract, Milestone, Task, User } from '@/api/types'
import { hasRole } from './session'
import * as words from './words'

/**
 * What a person may do, as the server decides it. These only spare people a refusal; the server checks again.
 * A refusal is a sentence, so that a button can be disabled with its reason.
 */
export type Verdict = { allowed: true } | { allowed: false; reason: string }

const yes: Verdict = { allowed: true }
const no = (reason: string): Verdict => ({ allowed: false, reason })

/** Mirrors functions/tasks/src/create.rs. */
function postTask(user: User | null): Verdict {
  return hasRole(user, 'client') ? yes : no(words.onlyClientsPost)
}

/** Mirrors functions/bids/src/create.rs. */
function bid(task: Task, user: User | null, now: number): Verdict {
  if (!user) return no(words.logInToBid)
  if (task.client.id === user.id) return no(words.ownTask)
  if (!hasRole(user, 'freelancer')) return no(words.onlyFreelancersBid)
  if (task.viewerBidId) return no(words.bidAlready)
  if (task.status !== 'open' || Date.parse(task.deadline) <= now) return no(words.noMoreBids)
  return yes
}

/** Mirrors functions/chat/src/open_room.rs, for the side of the freelancer. */
function ask(task: Task, user: User | null): Verdict {
  if (!user || task.client.id === user.id || task.client.hasLeft) return no(words.onlyFreelancersAsk)
  if (task.viewerBidId) return yes
  if (!hasRole(user, 'freelancer')) return no(words.onlyFreelancersAsk)
  return task.status === 'open' ? yes : no(words.noMoreBids)
}

/** Mirrors functions/bids/src/list_for_task.rs. */
function seeBids(task: Task, user: User | null): Verdict {
  return user && task.client.id === user.id ? yes : no(words.onlyClientSeesBids)
}

const undecided = (status: Bid['status']) => status === 'submitted' || status === 'shortlisted'

/** Mirrors functions/bids/src/{accept,decline,withdraw}.rs. */
function decideBid(subject: Bid): Verdict {
  return undecided(subject.status) ? yes : no(words.decidedAlready)
}

type Sides = Pick<Contract, 'status' | 'clientId' | 'freelancerId'>

function asSide(contract: Sides, userId: string | undefined, side: 'client' | 'freelancer'): Verdict {
  const id = side === 'client' ? contract.clientId : contract.freelancerId
  if (userId !== id) return no(side === 'client' ? words.onlyClient : words.onlyFreelancer)
  return isRunning(contract) ? yes : no(words.notActive)
}

/** A dispute about one milestone leaves the others alone. */
const isRunning = ({ status }: Sides) => status === 'active' || status === 'disputed'

type Work = Pick<Milestone, 'status' | 'payment'> & Partial<Pick<Milestone, 'disputeId' | 'settlement'>>

/** Mirrors `require_active` in functions/milestones/src/lib.rs. */
function settledOrNot({ disputeId, settlement }: Work): Verdict {
  if (disputeId) return no(words.disputeOpen)
  return settlement ? no(words.disputeDecided) : yes
}

/** Mirrors functions/milestones/src/fund.rs. */
function fund(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  const side = asSide(contract, userId, 'client')
  if (!side.allowed) return side
  const { status } = milestone.payment
  if (status === 'funding') return no(words.paymentOnItsWay)
  return status === 'unfunded' || status === 'checkout_open' ? yes : no(words.fundedAlready)
}

/** Mirrors functions/milestones/src/submit.rs. */
function submit(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  const side = asSide(contract, userId, 'freelancer')
  if (!side.allowed) return side
  const frozen = settledOrNot(milestone)
  if (!frozen.allowed) return frozen
  if (milestone.payment.status !== 'funded') return no(words.notFundedYet)
  const open = milestone.status === 'pending' || milestone.status === 'changes_requested'
  return open ? yes : no(words.submittedAlready)
}

/** Mirrors functions/milestones/src/request_revision.rs. */
function requestRevision(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  const side = asSide(contract, userId, 'client')
  if (!side.allowed) return side
  const frozen = settledOrNot(milestone)
  if (!frozen.allowed) return frozen
  return milestone.status === 'in_review' && milestone.payment.status === 'funded'
    ? yes
    : no(words.nothingInReview)
}

/** Mirrors functions/milestones/src/approve.rs. */
function approve(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  const side = asSide(contract, userId, 'client')
  if (!side.allowed) return side
  if (milestone.status === 'approved') return no(words.approvedAlready)
  const frozen = settledOrNot(milestone)
  if (!frozen.allowed) return frozen
  return milestone.payment.status === 'funded' ? yes : no(words.fundFirst)
}

/** Mirrors functions/disputes/src/open.rs. */
function dispute(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  if (userId !== contract.clientId && userId !== contract.freelancerId) return no(words.onlyTheTwo)
  const frozen = settledOrNot(milestone)
  if (!frozen.allowed) return frozen
  return milestone.payment.status === 'funded' ? yes : no(words.nothingHeld)
}

export const can = { postTask, bid, ask, seeBids, decideBid, fund, submit, requestRevision, approve, dispute }
