import type { Contract, Milestone } from '@/api/types'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/format'
import * as words from './words'

interface Props {
  /** How the payment page was left. */
  back: string
  waits: boolean
  contract: Contract
  milestone?: Milestone
}

/** What became of the payment, after the payment page. */
export function FundingNotice({ back, waits, contract, milestone }: Props) {
  if (back !== 'success' || !milestone)
    return <Notice title={words.paymentCancelled}>{words.paymentCancelledText}</Notice>
  if (waits)
    return (
      <Notice live title={words.confirming}>
        {words.confirmingText}
      </Notice>
    )
  const sum = formatMoney(milestone.amount)
  // A bank transfer or a voucher: nothing is held until it has arrived.
  if (milestone.payment.status === 'funding')
    return (
      <Notice live title={words.sumOnItsWay(sum)}>
        {words.sumOnItsWayText(<bdi>{contract.freelancerName}</bdi>)}
      </Notice>
    )
  return (
    <Notice tone="success" live title={words.sumHeld(sum, <bdi>{milestone.title}</bdi>)}>
      {words.sumHeldText(<bdi>{contract.freelancerName}</bdi>)}
    </Notice>
  )
}
