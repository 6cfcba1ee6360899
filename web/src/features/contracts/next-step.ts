import type { Contract, Milestone } from '@/api/types'
import * as words from './words'

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
  const { clock } = milestone
  if (clock?.actor !== 'freelancer' || clock.onSilence === 'open_to_admin') return null
  const { dueDate } = milestone
  const again = milestone.status === 'changes_requested'
  const text = {
    freelancer: again ? words.makeChanges(contract.clientName) : words.doTheWork,
    client: again ? words.changesToCome(contract.freelancerName) : words.workToCome(contract.freelancerName),
  }
  return { text: text[side], dueDate }
}
