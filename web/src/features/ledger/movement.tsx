import type { ReactNode } from 'react'
import type { Contract, Currency, LedgerEntry } from '@/api/types'
import { formatMoney } from '@/lib/format'
import * as words from './words'

/** An entry in words, for one of the two whose money it is. */
export function movement(entry: LedgerEntry, contract: Contract): ReactNode {
  const title = titleOf(contract, entry.milestoneId)
  const client = <bdi>{contract.client.name}</bdi>
  const freelancer = <bdi>{contract.freelancer.name}</bdi>
  const sum = moved(entry)
  switch (entry.cause) {
    case 'funded':
      return words.funded(sum, title)
    case 'processor_fee':
      return words.processorFee(sum)
    case 'approved':
      return words.approved(title, credited(entry, 'payable:'), freelancer, credited(entry, 'fee_revenue'))
    case 'paid_by_hand':
      return words.paidByHand(sum, freelancer)
    case 'refunded_by_hand':
      return words.paidByHand(sum, client)
    case 'refund_agreed':
      return words.refundAgreed(sum, title, client)
    case 'transferred':
      return words.transferred(sum, freelancer)
    case 'paid_twice':
      return words.paidTwice(sum, title)
    case 'given_back':
      return words.givenBack(sum, client)
    case 'chargeback_withdrawn':
      return words.chargebackWithdrawn(debited(entry, 'chargeback_loss'), client)
    case 'chargeback_reinstated':
      return words.chargebackReinstated(credited(entry, 'chargeback_loss'), client)
    case 'chargeback_lost':
      return words.chargebackLost(sum, title)
    case 'chargeback_won':
      return words.chargebackWon(sum, title)
    case 'came_back':
      return words.cameBack(sum, client)
    default:
      return anyMovement(entry, contract)
  }
}

const titleOf = (contract: Contract, id: string | null) => (
  <bdi>{contract.milestones.find((milestone) => milestone.id === id)?.title ?? words.aMilestone}</bdi>
)

const money = (entry: LedgerEntry, amount: number) =>
  formatMoney({ amount, currency: entry.currency as Currency })

const moved = (entry: LedgerEntry) =>
  money(
    entry,
    entry.entries.reduce((total, { amount }) => total + Math.max(amount, 0), 0),
  )

const credited = (entry: LedgerEntry, account: string) =>
  money(
    entry,
    entry.entries.reduce(
      (total, posting) => total - (posting.account.startsWith(account) ? posting.amount : 0),
      0,
    ),
  )

const debited = (entry: LedgerEntry, account: string) =>
  money(
    entry,
    entry.entries.reduce(
      (total, posting) => total + (posting.account.startsWith(account) ? posting.amount : 0),
      0,
    ),
  )

/** One that has no words of its own: between which accounts. Debits are where it went from, unless they are ours. */
function anyMovement(entry: LedgerEntry, contract: Contract): ReactNode {
  const names = (wanted: (amount: number) => boolean) => {
    const side = entry.entries.filter(({ amount }) => wanted(amount))
    return side.map(({ account }, place) => (
      <span key={account}>
        {place > 0 && ', '}
        {accountName(account, contract)}
      </span>
    ))
  }
  return words.other(moved(entry), <>{names((amount) => amount < 0)}</>, <>{names((amount) => amount > 0)}</>)
}

function accountName(account: string, contract: Contract): ReactNode {
  const [kind = '', id = ''] = account.split(':')
  const side = id === contract.clientId ? contract.client : contract.freelancer
  const name = <bdi>{side.name}</bdi>
  switch (kind) {
    case 'stripe_clearing':
      return words.clearing
    case 'held':
      return words.heldFor(titleOf(contract, id))
    case 'payable':
      return words.owedTo(name)
    case 'pending_refund':
      return words.owedBack(titleOf(contract, id))
    case 'fee_revenue':
      return words.fees
    case 'platform_bank':
      return words.ownBank
    case 'stripe_fees':
      return words.processorFees
    case 'chargeback_loss':
      return words.chargebackLoss
    case 'receivable':
      return words.owedBy(name)
    default:
      return account
  }
}
