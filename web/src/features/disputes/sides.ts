import type { Actor, Dispute, DisputeCard, Person } from '@/api/types'
import * as common from '@/words/common'

export type Side = 'client' | 'freelancer'

type Sides = Pick<Dispute | DisputeCard, 'client' | 'freelancer'>

/** Which of the two somebody is; null for an admin who looks at it. */
export function sideOf(dispute: Sides, userId: string): Side | null {
  if (dispute.client.id === userId) return 'client'
  return dispute.freelancer.id === userId ? 'freelancer' : null
}

export const otherOf = (dispute: Sides, side: Side): Person =>
  side === 'client' ? dispute.freelancer : dispute.client

/** What whoever acts is called. */
export function nameOf(dispute: Sides, actor: Actor): string {
  return actor === 'platform' ? common.product : dispute[actor].name
}

/** The parts of a split at an amount, in minor units: the fee is taken off the freelancer's part alone, rounded as the server does. */
export function partsOf(dispute: Pick<Dispute, 'heldAmount' | 'feeBasisPoints'>, toFreelancer: number) {
  const { amount: held, currency } = dispute.heldAmount
  const fee = Math.floor((toFreelancer * dispute.feeBasisPoints + 5000) / 10_000)
  const money = (amount: number) => ({ amount, currency })
  return { payout: money(toFreelancer - fee), fee: money(fee), refund: money(held - toFreelancer) }
}
