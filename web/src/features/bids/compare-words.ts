import type { ReactNode } from 'react'
import type { DeclineReason } from '@/api/types'
import { isolated } from '@/lib/isolated'
import { rich, type Wrap } from '@/lib/rich'

// Comparing them
export const forTask = (title: ReactNode, budget: string) => rich`For “${title}”, budget ${budget}`
export const tableCaption = 'Bids; the buttons in the head sort them'
export const freelancer = 'Freelancer'
export const actions = 'Actions'
export const columns = 'Compare by'
export const wholeBid = 'The bid'
export const putBeside = (aside: Wrap, name: ReactNode) => rich`Side by side${aside(rich`: ${name}`)}`
export const sideBySide = 'Side by side'
export const oneChosen = (name: ReactNode) =>
  rich`${name} is chosen. Choose another to see both side by side.`
export const twoChosen = (one: ReactNode, two: ReactNode) => rich`${one} and ${two}`
export const shortlist = (aside: Wrap, name: ReactNode) => rich`Shortlist ${aside(name)}`
export const onlyShortlisted = (count: number) => `Shortlisted (${count})`
export const shownOf = (shown: number, all: number) => `Showing ${shown} of ${all} bids.`
export const notListed = (name: string, why: string) => `${isolated(name)} is not on your shortlist. ${why}`
export const stillListed = (name: string, why: string) =>
  `${isolated(name)} is still on your shortlist. ${why}`
export const order = 'Order'
/** A criterion and one of its two orders, to choose from. */
export const orderChoice = (criterion: string, direction: string) => `${criterion}, ${direction}`
export const previous = 'Previous bid'
export const next = 'Next bid'
export const position = (shown: number, all: number) => `${shown} of ${all}`
export const read = (aside: Wrap, name: ReactNode) => rich`Read ${aside(rich`the bid of ${name}`)}`
export const hide = (aside: Wrap, name: ReactNode) => rich`Hide ${aside(rich`the bid of ${name}`)}`
export const accept = (name: ReactNode) => rich`Accept ${name}`
export const decline = (name: ReactNode) => rich`Decline ${name}`
export const questions = 'Questions to you'
export const milestoneDue = (title: ReactNode, aside: Wrap, date: string) =>
  rich`${title} ${aside(`by ${date}`)}`

// What they are compared by
export const price = 'Price'
export const time = 'Time'
export const contractsDone = 'Contracts done'
export const belowBudget = 'below your budget'
export const withinBudget = 'within your budget'
export const aboveBudget = 'above your budget'
export const lowestFirst = 'lowest first'
export const highestFirst = 'highest first'
export const shortestFirst = 'shortest first'
export const longestFirst = 'longest first'
export const fewestFirst = 'fewest first'
export const mostFirst = 'most first'
export const newestFirst = 'newest first'
export const sortedFromAToZ = 'Sorted by name, from A to Z.'
export const sortedFromZToA = 'Sorted by name, from Z to A.'
export const sortedBy = (criterion: string, direction: string) =>
  `Sorted by ${criterion.toLowerCase()}, ${direction}.`

// Hiring
export const hireTitle = (name: ReactNode) => rich`Hire ${name}?`
export const hireText =
  'The milestones become a contract. No money moves yet: you fund each milestone before it begins. The other bidders are told.'
export const hire = (name: ReactNode, sum: string) => rich`Hire ${name} for ${sum}`
export const notYet = 'Not yet'
export const hired = (name: string, sum: string) =>
  `You hired ${isolated(name)} for ${sum}. The other bidders were told.`

// Declining
export const declineTitle = (name: ReactNode) => rich`Decline ${name}’s bid?`
export const declineText = 'They are told the reason.'
export const reason = 'Reason'
export const reasonHelp = 'They see this reason, word for word.'
export const reasonPlaceholder = 'Choose a reason'
export const reasonMissing = 'Choose a reason.'
export const note = 'A note to them'
export const keepBid = 'Keep the bid'
export const declined = (name: string) => `${isolated(name)}’s bid is declined. They were told the reason.`

/** Those that a client can choose. */
export const reasons: { value: DeclineReason; label: string }[] = [
  { value: 'price', label: 'The price' },
  { value: 'timeline', label: 'The timeline' },
  { value: 'experience', label: 'The experience' },
  { value: 'other', label: 'Something else' },
]

// After a change of the task
export const notKeptYet = 'Hasn’t said yet whether this stands since you changed the task.'
