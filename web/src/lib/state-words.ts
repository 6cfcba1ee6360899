/** States and categories in words. */

// Categories
export const webDevelopment = 'Web development'
export const mobileDevelopment = 'Mobile development'
export const design = 'Design'
export const writing = 'Writing'
export const marketing = 'Marketing'
export const data = 'Data'
export const adminSupport = 'Admin support'
export const other = 'Other'

// Tasks, bids and contracts
export const draft = 'Draft'
export const open = 'Open'
export const inProgress = 'In progress'
export const completed = 'Completed'
export const cancelled = 'Cancelled'
export const expired = 'Expired'
export const submitted = 'Submitted'
export const shortlisted = 'Shortlisted'
export const accepted = 'Accepted'
export const declined = 'Declined'
export const withdrawn = 'Withdrawn'
export const active = 'Active'
export const disputed = 'Disputed'
export const ended = 'Ended'

// Work
export const pending = 'Pending'
export const inReview = 'In review'
export const changesRequested = 'Changes requested'
export const approved = 'Approved'

// Money
export const notFunded = 'Not funded'
export const paymentBegun = 'Payment begun'
export const paymentOnItsWay = 'Payment on its way'
export const held = 'Held'
export const payingOut = 'Being paid out'
export const waitingForSetup = 'Waiting for payout setup'
export const lookingIntoIt = 'We’re looking into it'
export const paid = 'Paid'
export const refunding = 'Being refunded'
export const partlyRefunded = 'Partly refunded'
export const refunded = 'Refunded'
export const disputedByBank = 'Disputed by the bank'
export const takenBackByBank = 'Taken back by the bank'
export const released = 'Paid out'
export const onTheWay = 'On the way'

// Disputes
export const disputeOpened = 'Waits for an answer'
export const disputeProposed = 'Finding an agreement'
export const disputeUnderReview = 'An admin decides'
export const disputeResolved = 'Decided'
export const disputeWithdrawn = 'Taken back'
