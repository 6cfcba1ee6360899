import type { ReactNode } from 'react'
import type { DeclineReason } from '@/api/types'
import { isolated } from '@/lib/isolated'
import { rich, type Wrap } from '@/lib/rich'
import { days } from '@/words/counts'

// Lists and pages
export const bids = 'Bids'
export const myBids = 'My bids'
export const myBidsIntro = 'Each gets an answer by the task’s deadline at the latest.'
export const bid = 'Bid'
export const yourBid = 'Your bid'
export const backToTask = 'Back to the task'
export const seeAllMine = 'See all my bids'
export const noBids = 'No bids yet'
export const noBidsNext = 'We email you when one comes in.'
export const noneMine = 'You haven’t bid yet'
export const noneMineNext = 'Bidding is free. A few careful bids do more than many.'
export const loadingBids = 'Loading bids'
export const bidsNotLoaded = 'Could not load the bids'
export const loadingYourBid = 'Loading your bid'
export const inShort = (sum: ReactNode, timelineDays: number, date: string) =>
  rich`${sum} · ${days(timelineDays)} · ${date}`
export const sentInShort = (sum: ReactNode, timelineDays: number, ago: string) =>
  rich`${sum} · ${days(timelineDays)} · sent ${ago}`
export const sumInDays = (sum: ReactNode, aside: Wrap, count: number) =>
  rich`${sum} ${aside(`in ${days(count)}`)}`
/** Why a bid was declined, and what the client wrote of it. */
export const declinedBecause = (reason: string, note: ReactNode) => rich`${reason} ${note}`
export const examples = 'Examples of work'
export const pictureOf = (title: string) => `Picture of ${title}`
export const seePiece = (aside: Wrap, title: ReactNode) => rich`See it${aside(rich`: ${title}`)}`

/** What the freelancer reads. Mirrors shared/domain/src/bid.rs. */
export const declineReasons: Record<DeclineReason, string> = {
  another_bid_accepted: 'The client accepted another bid.',
  task_cancelled: 'The client took the task back.',
  price: 'The client declined because of the price.',
  timeline: 'The client declined because of the timeline.',
  experience: 'The client was looking for other experience.',
  other: 'The client declined.',
}

export const taskHasChanged =
  'The task has changed since you bid. Look at it, then keep your bid or withdraw it.'
export const seeChanges = 'See what has changed'

// Withdrawing
export const withdraw = 'Withdraw'
export const withdrawTitle = 'Withdraw your bid?'
export const withdrawText = (title: ReactNode) => rich`You can’t bid on “${title}” again.`
export const withdrawSum = (sum: string) => `Withdraw ${sum}`
export const withdrawn = (sum: string, title: string) =>
  `Your bid of ${sum} on “${isolated(title)}” is withdrawn.`
