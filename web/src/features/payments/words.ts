// The page
export const payments = 'Payments'
export const intro = 'Money is held for a milestone until it is approved, and then paid at once.'
export const loadingPayments = 'Loading your payments'
export const paymentsNotLoaded = 'Could not load your payments'
export const noPayments = 'No payments yet'
export const noPaymentsNext = 'The first appears once a milestone is funded.'

// Sums
export const inCurrency = (code: string) => `In ${code}`
export const heldForMilestones = 'Held for milestones'
export const onTheWayToYou = 'On the way to you'
export const spentOrHeld = 'Spent or held'
export const earned = 'Earned'
export const average = 'Average per milestone'

// By month
export const spentByMonth = 'Spent by month'
export const earnedByMonth = 'Earned by month'
export const asMuchAs = (month: string) => `This month: as much as in ${month}`
export const moreThan = (sum: string, month: string) => `This month: ${sum} more than in ${month}`
export const lessThan = (sum: string, month: string) => `This month: ${sum} less than in ${month}`
/** A month before its sum, read out. */
export const monthOfSum = (month: string) => `${month}:`
export const nothing = 'nothing'
export const nothingSpent = 'Nothing spent yet'
export const nothingSpentNext = 'What you spend shows here by month, from the first milestone that you fund.'
export const nothingEarned = 'Nothing earned yet'
export const nothingEarnedNext =
  'What you earn shows here by month, from the first milestone that is approved.'

// Invoices
export const billing = 'Billing details'

// Payouts
export const payouts = 'Payouts'
export const finishSetup = 'Finish setting up payouts'
export const setupText =
  'You can bid and work without it, but money you have earned waits until we can send it to you.'
export const continueSetup = 'Continue'
export const accountNotLoaded = 'Could not load your payout account'
export const ready = 'You can be paid'
export const readyText = 'Approved milestones are sent to your account at once.'
export const checking = 'Your details are being checked'
export const checkingText = 'This page updates by itself.'
