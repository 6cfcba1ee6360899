import type { Contract, Milestone } from '@/api/types'
import { isolated } from '@/lib/isolated'

/** What the freelancer has to do next for a milestone whose money is held. */
export interface Step {
  text: string
  /** The day that was agreed: `2026-12-15`. */
  dueDate: string
}

/**
 * While work is to be done, what counts is the work and its day. That the money cannot be held for ever, which is what
 * the milestone's clock says then, comes after it.
 */
export function nextStep(
  milestone: Milestone,
  contract: Contract,
  side: 'client' | 'freelancer',
): Step | null {
  if (milestone.clock?.actor !== 'freelancer') return null
  const { dueDate } = milestone
  const again = milestone.status === 'changes_requested'
  const text = {
    freelancer: again
      ? `${isolated(contract.clientName)} asked for changes. Make them and submit your work again.`
      : 'Do the work and submit it here.',
    client: again
      ? `You asked for changes. ${isolated(contract.freelancerName)} makes them and submits the work again.`
      : `${isolated(contract.freelancerName)} does the work and submits it here.`,
  }
  return { text: text[side], dueDate }
}
