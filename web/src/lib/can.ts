import type { Bid, Contract, Milestone, Task, User } from '@/api/types'
import { hasRole } from './session'

/**
 * What a person may do, as the server decides it. These only spare people a refusal; the server checks again.
 * A refusal is a sentence, so that a button can be disabled with its reason.
 */
export type Verdict = { allowed: true } | { allowed: false; reason: string }

const yes: Verdict = { allowed: true }
const no = (reason: string): Verdict => ({ allowed: false, reason })

/** Mirrors functions/tasks/src/create.rs. */
function postTask(user: User | null): Verdict {
  return hasRole(user, 'client') ? yes : no('Only clients post tasks.')
}

/** Mirrors functions/bids/src/create.rs. */
function bid(task: Task, user: User | null, now: number): Verdict {
  if (!user) return no('Log in to bid on this task.')
  if (task.client.id === user.id) return no('This is your own task.')
  if (!hasRole(user, 'freelancer')) return no('Only freelancers bid on tasks.')
  if (task.viewerBidId) return no('You have bid on this task already.')
  if (task.status !== 'open' || Date.parse(task.deadline) <= now) return no('The task takes no more bids.')
  return yes
}

/** Mirrors functions/bids/src/list_for_task.rs. */
function seeBids(task: Task, user: User | null): Verdict {
  return user && task.client.id === user.id ? yes : no("Only the task's client sees its bids.")
}

const undecided = (status: Bid['status']) => status === 'submitted' || status === 'shortlisted'

/** Mirrors functions/bids/src/{accept,decline,withdraw}.rs. */
function decideBid(subject: Bid): Verdict {
  return undecided(subject.status) ? yes : no('The bid has been decided already.')
}

type Sides = Pick<Contract, 'status' | 'clientId' | 'freelancerId'>

function asSide(contract: Sides, userId: string | undefined, side: 'client' | 'freelancer'): Verdict {
  const id = side === 'client' ? contract.clientId : contract.freelancerId
  if (userId !== id) return no(`Only the ${side} can do this.`)
  return contract.status === 'active' ? yes : no('The contract is not active.')
}

type Work = Pick<Milestone, 'status' | 'payment'>

/** Mirrors functions/milestones/src/fund.rs. */
function fund(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  const side = asSide(contract, userId, 'client')
  if (!side.allowed) return side
  const { status } = milestone.payment
  if (status === 'funding') return no('The payment is on its way; it takes a few days.')
  return status === 'unfunded' || status === 'checkout_open'
    ? yes
    : no('The milestone has been funded already.')
}

/** Mirrors functions/milestones/src/submit.rs. */
function submit(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  const side = asSide(contract, userId, 'freelancer')
  if (!side.allowed) return side
  if (milestone.payment.status !== 'funded')
    return no('Work starts once the client has funded the milestone.')
  const open = milestone.status === 'pending' || milestone.status === 'changes_requested'
  return open ? yes : no('The work has been handed in already.')
}

/** Mirrors functions/milestones/src/request_revision.rs. */
function requestRevision(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  const side = asSide(contract, userId, 'client')
  if (!side.allowed) return side
  return milestone.status === 'in_review' ? yes : no('There is no work in review.')
}

/** Mirrors functions/milestones/src/approve.rs. */
function approve(contract: Sides, milestone: Work, userId: string | undefined): Verdict {
  const side = asSide(contract, userId, 'client')
  if (!side.allowed) return side
  if (milestone.status === 'approved') return no('The milestone is approved.')
  return milestone.payment.status === 'funded' ? yes : no('Fund the milestone first.')
}

export const can = { postTask, bid, seeBids, decideBid, fund, submit, requestRevision, approve }
