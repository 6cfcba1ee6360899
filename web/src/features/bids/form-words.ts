import type { ReactNode } from 'react'
import { rich, type Wrap } from '@/lib/rich'
import { optional } from '@/words/common'

/** The form of a bid. */

export const yourBid = 'Your bid'
export const forTask = (title: ReactNode, budget: string) => rich`For “${title}”. Budget: ${budget}`
export const coverLetter = 'Cover letter'
export const coverLetterHelp = 'How you would go about it, and something similar that you have done.'
export const coverLetterMissing = 'Write a cover letter.'
export const coverLetterShort = 'Write at least 20 characters.'
export const price = 'Price'
export const youGet = (sum: string) => `You get ${sum} after the 10 % fee.`
export const daysNeeded = 'Days you need'
export const daysWrong = 'Enter 1 to 365 days.'
export const questions = 'Questions to the client'
export const questionsHelp = 'One per line, five at most.'
export const send = 'Send the bid'
export const sendSum = (sum: string) => `Bid ${sum}`

// Milestones
export const milestonesHelp =
  'Each is funded before you begin it, and paid when it is approved. Without any, the whole is one milestone.'
export const addMilestone = 'Add a milestone'
export const addsUp = 'The milestones add up.'
export const planned = (sum: string, total: string) => `${sum} of ${total} planned`
export const mustAddUp = (sum: string) => `The milestones must add up to ${sum}.`
export const milestone = (number: number) => `Milestone ${number}`
export const removeMilestone = (number: number) => `Remove milestone ${number}`
export const milestoneUnnamed = 'Name the milestone.'
export const milestoneNameShort = 'Write at least 3 characters.'
export const deliverable = 'What you deliver'
export const amount = 'Amount'
export const due = 'Due'
export const doneWhen = 'Done when'
export const doneWhenHelp = 'What you check the work against. Press Enter or a comma after each.'

// Pieces of the portfolio
export const examples = (aside: Wrap) => rich`Examples of your work ${aside(optional)}`
export const portfolioNotLoaded = 'Your portfolio couldn’t be loaded.'
export const loadingPortfolio = 'Loading your portfolio'
export const enoughPieces = (most: number) =>
  `A bid shows at most ${most} pieces. Take one out to choose another.`
export const choosePieces = (chosen: number, most: number) =>
  `Choose what is like this task: ${chosen} of ${most}.`
export const noPieces =
  'Your portfolio is empty. A piece that is like this task says more than a long letter.'
export const addPieces = 'Add to your portfolio'
export const keptMeanwhile = 'What you have typed here is kept.'
