import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { rich } from '@/lib/rich'

export const loadingContract = 'Loading the contract'
export const submitWork = 'Submit work'
export const requestChanges = 'Ask for changes'

// Submitting work
export const submitTitle = (title: ReactNode) => rich`Submit “${title}”`
export const submitText = (client: string) =>
  `${isolated(client)} then has 14 days to answer. After that it is approved and paid by itself.`
export const whatYouDid = 'What you did'
export const whatYouDidHelp = 'Where the work is, and what to look at.'
export const whatYouDidMissing = 'Say what you did.'
export const submitted = (title: string, client: string) =>
  `“${isolated(title)}” is submitted. ${isolated(client)} was told, and has 14 days to answer.`

// Asking for changes
export const changesTitle = (title: ReactNode) => rich`Ask for changes to “${title}”`
export const unmet = 'What is missing?'
export const unmetMissing = 'Choose what is missing.'
export const change = 'What should change'
export const changeMissing = 'Say what should change.'
export const askedForChanges = (title: string, freelancer: string) =>
  `You asked for changes to “${isolated(title)}”. ${isolated(freelancer)} was told.`

// Approving
export const approveTitle = (title: ReactNode) => rich`Approve “${title}”?`
export const approveText = (sum: string, freelancer: ReactNode, payout: string, fee: string) =>
  rich`You pay ${sum}, and ${freelancer} gets ${payout} at once; ${fee} is the platform’s fee. This can’t be undone.`
export const pay = (sum: string, freelancer: string) => `Pay ${sum} to ${isolated(freelancer)}`
export const approved = (title: string, payout: string, freelancer: string) =>
  `“${isolated(title)}” is approved. ${payout} is on its way to ${isolated(freelancer)}.`
export const alreadyDone = 'This has been done already.'
