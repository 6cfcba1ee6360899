import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { rich, type Wrap } from '@/lib/rich'

// The page
export const hello = (name: string) => `Hello, ${isolated(name)}`
export const loadingDashboard = 'Loading your dashboard'
export const admin = 'You are logged in as an admin'
export const adminText = 'You can open any contract whose address you have.'

// First steps
export const firstSteps = 'Your first steps'
export const done = 'Done:'
export const introduce = 'Introduce yourself'
export const introduceText = 'A picture or a headline: freelancers like to know whom they work for.'
export const completeProfile = 'Complete your profile'
export const postTaskText = 'What you need, what it may cost, and by when you decide. It takes five minutes.'
export const postFirst = 'Post your first task'
export const hire = 'Hire somebody'
export const hireText = 'Compare the bids side by side. No money moves until you fund a milestone.'
export const seeTask = 'See your task'
export const meetFreelancers = 'Meet freelancers'
export const sayWhatYouDo = 'Say what you do'
export const sayWhatYouDoText =
  'Clients find freelancers who have a headline. A few pieces of work say the rest.'
export const bid = 'Bid on a task'
export const bidText = 'Bidding is free, and every bid gets an answer.'
export const findFirst = 'Find your first task'
export const payoutsText = 'So that money you earn can be sent to you. You can do it later, too.'
export const addBank = 'Add your bank details'

// What waits
export const needsYou = 'What needs you now'
export const loadingTurns = 'Loading what waits for you'
export const turnsNotLoaded = 'Could not load what waits for you'
export const caughtUp = 'You’re all caught up'
export const caughtUpText = 'Anything that needs you shows up here, with its deadline.'
export const waitingForOthers = 'Waiting for others'
/** What can be done, and about what: that is only read out, since it stands above. */
export const actionOn = (action: string, aside: Wrap, title: ReactNode) =>
  rich`${action}${aside(rich`: ${title}`)}`
export const fundMilestone = 'Fund a milestone'
export const approveAndPay = 'Approve and pay'
export const requestChanges = 'Ask for changes'
export const submitWork = 'Submit work'
export const fundNext = 'No money is held now. Fund the next milestone so that work can continue.'
export const notFunded = 'No money is held now. Work starts once the next milestone is funded.'
export const doTheWork = 'Do the work and submit it.'
export const answerRefund = 'You are asked to give money back. Accept or decline.'
export const handedIn = (freelancer: string) => `${isolated(freelancer)} has submitted work.`

// Lists
export const money = 'Money'
export const historyAndInvoices = 'History and invoices'
export const activeContracts = 'Active contracts'
export const allContracts = 'All contracts'
export const loadingContracts = 'Loading your contracts'
export const contractsNotLoaded = 'Could not load your contracts'
export const openTasks = 'Your open tasks'
export const allTasks = 'All tasks'
export const loadingTasks = 'Loading your tasks'
export const tasksNotLoaded = 'Could not load your tasks'
export const noOpenTask = 'No open task'
export const noOpenTaskNext = 'Describe what you need, and bids come to you.'
export const openBids = 'Your open bids'
export const allBids = 'All bids'
export const loadingBids = 'Loading your bids'
export const bidsNotLoaded = 'Could not load your bids'
export const newTasks = 'New tasks'
export const allOpenTasks = 'All open tasks'
export const loadingNewTasks = 'Loading new tasks'
export const newTasksNotLoaded = 'Could not load new tasks'
export const noNewTasks = 'No open tasks now'
export const noNewTasksNext = 'New ones appear here as soon as they are posted.'
