import type { Contract, Milestone } from '@/api/types'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/format'

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
    return (
      <Notice title="The payment was cancelled">
        No money was taken. You can fund the milestone whenever you like.
      </Notice>
    )
  if (waits)
    return (
      <Notice live title="Waiting for your payment to be confirmed">
        This takes a few seconds; the page updates by itself.
      </Notice>
    )
  const sum = formatMoney(milestone.amount)
  // A bank transfer or a voucher: nothing is held until it has arrived.
  if (milestone.payment.status === 'funding')
    return (
      <Notice live title={`Your payment of ${sum} is on its way`}>
        It can take a few days. <bdi>{contract.freelancerName}</bdi> is told as soon as it is held.
      </Notice>
    )
  return (
    <Notice
      tone="success"
      live
      title={
        <>
          {sum} is held for “<bdi>{milestone.title}</bdi>”
        </>
      }
    >
      <bdi>{contract.freelancerName}</bdi> was told, and can begin.
    </Notice>
  )
}
