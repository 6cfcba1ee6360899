import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { rich } from '@/lib/rich'

export const stuck = 'Money that is stuck'
export const stuckIntro =
  'Payouts and refunds that Stripe refused, or that came back. They are still owed until somebody has looked.'
export const loadingStuck = 'Loading what is stuck'
export const stuckNotLoaded = 'Could not load what is stuck'
export const noneStuck = 'Nothing is stuck'
export const noneStuckNext = 'A payout or refund that fails for good appears here.'
export const payout = (sum: string, name: ReactNode) => rich`${sum} could not be paid to ${name}`
export const refund = (sum: string, name: ReactNode) => rich`${sum} could not be given back to ${name}`
export const since = (title: ReactNode, task: ReactNode, date: string) =>
  rich`For “${title}” of “${task}” · ordered ${date}`
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
