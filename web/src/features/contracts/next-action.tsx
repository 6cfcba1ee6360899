import type { Contract, Milestone } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { can } from '@/lib/can'
import { formatMoney } from '@/lib/format'
import * as common from '@/words/common'
import * as words from './words'

interface Next {
  milestone: Milestone
  text: string
}

/** What the person can do next in a contract, and with which milestone; null when they wait for the other side. */
export function nextAction(contract: Contract, userId: string): Next | null {
  for (const milestone of contract.milestones) {
    const sum = formatMoney(milestone.remaining)
    if (milestone.status === 'in_review' && can.approve(contract, milestone, userId).allowed)
      return { milestone, text: words.reviewWork(sum) }
    if (can.submit(contract, milestone, userId).allowed) return { milestone, text: words.submitYourWork }
    if (milestone.payment.status === 'release_blocked' && contract.freelancerId === userId)
      return { milestone, text: common.setUpPayouts }
  }
  const unfunded = contract.milestones.find((milestone) => can.fund(contract, milestone, userId).allowed)
  return unfunded ? { milestone: unfunded, text: words.fund(formatMoney(unfunded.amount)) } : null
}

/** On phones, where the milestone may be far down: the next action, always in reach. */
export function NextAction({ contract, userId }: { contract: Contract; userId: string }) {
  const next = nextAction(contract, userId)
  if (!next) return null
  return (
    <div className="sticky bottom-18 z-20 mt-5 sm:hidden">
      <a
        href={`#${next.milestone.id}`}
        className="flex min-h-12 items-center justify-center gap-2 rounded-md bg-accent px-4 font-semibold text-on-accent shadow-raised"
      >
        {next.text}
        <Icon name="arrow-down" className="size-4" />
      </a>
    </div>
  )
}
