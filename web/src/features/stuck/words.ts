import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { rich } from '@/lib/rich'

export const stuck = 'Money that is stuck'
export const stuckIntro =
  'Payouts and refunds that Stripe refused, or that came back, and payments that a bank or a card network has something against.'
export const loadingStuck = 'Loading what is stuck'
export const stuckNotLoaded = 'Could not load what is stuck'
export const noneStuck = 'Nothing is stuck'
export const noneStuckNext = 'A payout or refund that fails for good appears here.'
export const payout = (sum: string, name: ReactNode) => rich`${sum} could not be paid to ${name}`
export const refund = (sum: string, name: ReactNode) => rich`${sum} could not be given back to ${name}`
export const chargeback = (sum: string, name: ReactNode) => rich`${name}’s bank wants ${sum} back`
export const answerBy = (date: string) =>
  `Send the evidence in Stripe’s dashboard by ${date}. Without it the bank decides for the client.`
export const bankDecides = 'The evidence was sent, or the bank takes none. It decides.'
export const fraudWarning = (sum: string, name: ReactNode) =>
  rich`A card network warns that ${name}’s payment of ${sum} is fraud`
export const fraudWarningText =
  'The payout waits. Ask the client, let it go once you are sure, or have the freelancer give the money back before the bank does.'
export const letGo = 'Let the payout go'
export const letGoTitle = (sum: string) => `Let ${sum} go in spite of the warning?`
export const letGoText =
  'It is paid out as usual, or waits for its approval. If the bank comes later, the loss is ours.'
export const letGoWhy = 'Why you are sure that the payment is no fraud'
export const wentOn = (sum: string) => `${sum} goes on as usual.`
export const since = (title: ReactNode, task: ReactNode, date: string) =>
  rich`For “${title}” of “${task}” · since ${date}`
export const retry = 'Try again'
export const resolve = 'It was paid by hand'

export const retryTitle = (sum: string) => `Try to send ${sum} again?`
export const retryText = 'It is ordered once more. If it fails again, it comes back here.'
export const retryWhy = 'Why it may go through now'
export const retryButton = (sum: string, name: string) => `Send ${sum} to ${isolated(name)} again`
export const retried = (sum: string, name: string) => `${sum} is on its way to ${isolated(name)} again.`
export const resolveTitle = (sum: string, name: ReactNode) => rich`Was ${sum} paid to ${name} by hand?`
export const resolveText =
  'It is booked as paid from our own bank account, and both sides are told that it is there. This can’t be undone.'
export const resolveWhy = 'How it was paid, and where that can be seen'
export const resolveButton = (sum: string, name: string) => `Note that ${isolated(name)} has ${sum}`
export const resolved = (sum: string, name: string) => `${sum} to ${isolated(name)} is noted as paid by hand.`
export const whyHelp = 'It stands in the log of what admins did.'
export const whyMissing = 'Say why.'
