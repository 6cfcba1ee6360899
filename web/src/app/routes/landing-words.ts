import { rich, type Wrap } from '@/lib/rich'

export const tabTitle = 'Small jobs, fairly done'
export const heading = 'Small jobs, agreed on with a handshake.'
export const intro =
  'Post a task, choose a bid, and pay milestone by milestone. The money is held until you approve the work, and then paid at once. Nobody works on a promise, and nobody pays for one.'
export const hire = 'Hire a freelancer'
export const work = 'Work as a freelancer'
export const justLooking = (tasks: Wrap, freelancers: Wrap) =>
  rich`Just looking? ${tasks('See open tasks')} or ${freelancers('meet the freelancers')}.`

// How it goes
export const howItGoes = 'From a task to a paid freelancer'
export const stepPost = 'Post a task'
export const stepPostText = 'What you need, what it may cost, and by when you decide.'
export const stepCompare = 'Compare bids'
export const stepCompareText = 'Price, time and milestones side by side. Every bidder gets an answer.'
export const stepFund = 'Fund a milestone'
export const stepFundText = 'Pay by card, wallet or bank. The money is held, not spent.'
export const stepApprove = 'Approve and pay'
export const stepApproveText = 'One click pays the freelancer. Or say what is missing.'

// What we promise
export const promises = 'What you can rely on'
export const promiseMoney = 'Money held, then paid'
export const promiseMoneyText =
  'A milestone is funded before the work begins, and paid out the moment it is approved.'
export const promiseTime = 'No waiting in the dark'
export const promiseTimeText = 'Whatever waits shows who must act, by when, and what happens if nobody does.'
export const promiseDone = 'Done means the same to both'
export const promiseDoneText =
  'Each milestone has criteria. Whoever asks for changes names the ones that are not met.'
export const promiseFee = 'One fee, on paid work only'
export const promiseFeeText =
  '10 % when money reaches a freelancer. Bidding, posting and declining cost nothing.'

// An example
export const example = 'An example contract'
export const exampleTask = 'A logo for a bakery'
export const exampleFirst = 'Three drafts'
export const exampleFirstSum = '$150.00'
export const exampleSecond = 'Final files'
export const exampleSecondSum = '$250.00'
export const approved = 'Approved'
export const inReview = 'In review'
export const paid = 'Paid to the freelancer'
export const held = 'Held for the freelancer'
export const clientsTurn = 'The client’s turn'
export const exampleSilence =
  'Without an answer within 14 days, the milestone is approved and $225.00 goes to the freelancer: $250.00 less the 10 % fee.'

// What is going on
export const byCategory = 'Browse by category'
export const openNow = 'Open right now'
export const allOpenTasks = 'All open tasks'
export const people = 'People who work here'
export const allFreelancers = 'All freelancers'
