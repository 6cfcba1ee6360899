import type { ReactNode } from 'react'
import type { SearchWords } from '@/components/ui/paged-list'
import { isolated } from '@/lib/isolated'
import { plural } from '@/lib/plural'
import { rich } from '@/lib/rich'

// Finding work
export const findWorkIntro = 'Open tasks. Bidding is free, and every bidder gets an answer by the deadline.'
export const tasks = 'Tasks'
export const searchTasks = 'Search tasks'
export const searchExample = 'Logo, React, translation…'
export const noMatch = 'No task matches'
export const noMatchNext = 'Try fewer words or filters.'
export const noneOpen = 'No open tasks right now'
export const noneOpenNext = 'Tasks show up here as soon as clients post them.'
export const loadingTasks = 'Loading tasks'
export const tasksNotLoaded = 'Could not load the tasks'
const count = (found: number) => plural(found, { one: '1 task', other: `${found} tasks` })
export const found: SearchWords = {
  count,
  found: (number) => `${count(number)} found.`,
  none: 'No tasks found.',
  first: (number) => `The first ${count(number)}`,
  noneSoFar: 'Nothing among the newest tasks. “Show more” looks further back.',
}
export const sortBy = 'Sort by'
export const newest = 'Newest'
export const deadline = 'Deadline'

// Filters
export const filters = 'Filters'
export const filtersChosen = (number: number) => `Filters (${number})`
export const removeFilter = (text: string) => `Remove the filter ${isolated(text)}`
export const clearAll = 'Clear all'
export const showTasks = 'Show the tasks'
export const category = 'Category'
export const anyCategory = 'Any'
export const payment = 'Payment'
export const anyPayment = 'Fixed or hourly'
export const budgetTypes = { fixed: 'Fixed price', hourly: 'Paid by the hour' }
export const budgetFrom = 'Budget from'
export const budgetTo = 'Budget to'
export const ownCurrencyHelp = 'In each task’s own currency.'
export const skill = 'Skill'
export const decided = 'Decided'
export const anyTime = 'Any time'
export const within = { '3': 'Within 3 days', '7': 'Within a week', '30': 'Within a month' }
export const decidedWithin = {
  '3': 'Decided within 3 days',
  '7': 'Decided within a week',
  '30': 'Decided within a month',
}
export const fromSum = (sum: string) => `From ${sum}`
export const upToSum = (sum: string) => `Up to ${sum}`

// One’s own
export const myTasks = 'My tasks'
export const noneMine = 'You haven’t posted a task yet'
export const noneMineNext = 'Describe what you need; the first bids often come within a day.'

// A task
export const task = 'Task'
export const postedOn = (category: string, date: string) => `${category} · posted ${date}`
export const whatToDo = 'What you can do'
export const facts = 'Facts'
export const bids = 'Bids'
export const noBids = 'No bids yet'
export const noBidsText = 'Freelancers can bid until then. If no bid is accepted, the task closes.'
export const noBidsNext =
  'We email you with each bid. Do you know somebody who could do it? Send them the link.'
export const signUpToBid = 'Sign up to bid'
export const bidOnTask = 'Bid on this task'
export const budget = 'Budget'
export const decisionBy = 'Decision by'
export const takenBackByYou = 'You took this task back'
export const takenBack = 'The client took this task back'
export const anywhere = 'Anywhere'
export const client = 'The client'

// Just posted
export const live = 'Your task is live'
export const liveText =
  'Freelancers can bid on it now, and we email you with each bid. Share its address with anybody you would like to bid:'
export const copyLink = 'Copy the link'
export const copied = 'Copied.'
export const notCopied = 'Your browser won’t let us copy it. Select it instead.'
export const fitting = (skill: ReactNode) => rich`Freelancers with “${skill}” among their skills`
