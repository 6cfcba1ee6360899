import type { Contract, Milestone } from '@/api/types'
import { ClockCard } from '@/components/ui/clock-card'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/format'
import { silenceText } from '@/lib/silence'
import * as common from '@/words/common'
import * as words from './words'

interface Props {
  contract: Contract
  milestone: Milestone
  userId: string
}

/** What the client's bank wants back of a milestone, what stands still for it, and what became of it. */
export function MilestoneChargeback({ contract, milestone, userId }: Props) {
  const { chargeback, payment, remaining } = milestone
  if (!chargeback) return null
  const asClient = contract.clientId === userId
  const sum = formatMoney(chargeback.amount)
  const isPaid = payment.status === 'released'
  if (chargeback.status === 'won') return <Notice className="mt-4" title={words.won(sum)} />
  if (chargeback.status === 'lost') {
    return (
      <Notice className="mt-4" tone="warning" title={words.lost(sum)}>
        {isPaid
          ? !asClient && words.keptText
          : remaining.amount === 0
            ? words.lostText
            : words.partlyLostText(formatMoney(remaining))}
      </Notice>
    )
  }
  const title = asClient ? words.yourBank(sum) : words.theirBank(sum, <bdi>{contract.clientName}</bdi>)
  const names = { client: contract.clientName, freelancer: contract.freelancerName, platform: common.product }
  return (
    <div className="mt-4 space-y-3">
      <Notice tone="warning" title={title}>
        <p>{words.frozenText}</p>
        <p className="mt-1">
          {asClient ? words.takeItBackText : isPaid ? words.keptText : words.doNoWorkText}
        </p>
        {!chargeback.clock && <p className="mt-1">{words.bankDecides}</p>}
      </Notice>
      {chargeback.clock && (
        <ClockCard
          clock={chargeback.clock}
          mine={false}
          actorName={common.product}
          heading={words.weAnswer}
          silence={silenceText(chargeback.clock, asClient ? 'client' : 'freelancer', names)}
        />
      )}
    </div>
  )
}
