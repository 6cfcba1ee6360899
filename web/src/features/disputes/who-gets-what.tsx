import type { Dispute } from '@/api/types'
import { MoneyParts } from '@/components/ui/money-parts'
import { partsOf, sideOf } from './sides'
import * as words from './words'

interface Props {
  dispute: Dispute
  /** The freelancer's part before the fee, in minor units. */
  toFreelancer: number
  userId: string
  heading: string
}

/** The held money, as it would be parted. */
export function WhoGetsWhat({ dispute, toFreelancer, userId, heading }: Props) {
  const { payout, fee, refund } = partsOf(dispute, toFreelancer)
  const side = sideOf(dispute, userId)
  const held = dispute.heldAmount.amount
  const parts = [
    {
      key: 'payout',
      label: side === 'freelancer' ? words.youGet : words.gets(<bdi>{dispute.freelancer.name}</bdi>),
      sum: payout,
      colour: 'bg-accent',
    },
    { key: 'fee', label: words.fee, sum: fee, colour: 'bg-edge' },
    {
      key: 'refund',
      label: side === 'client' ? words.youGetBack : words.getsBack(<bdi>{dispute.client.name}</bdi>),
      sum: refund,
      colour: 'bg-info',
    },
  ]
  return <MoneyParts heading={heading} whole={held} parts={parts} />
}
