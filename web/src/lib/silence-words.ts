import { isolated } from './isolated'

// What happens when the time is up and nothing was done
export const theMoney = 'the money'
export const approvesToFreelancer = (sum: string, freelancer: string) =>
  `If you don’t answer by then, it is approved and ${sum} goes to ${isolated(freelancer)}.`
export const approvesToYou = (sum: string, client: string) =>
  `If ${isolated(client)} doesn’t answer by then, it is approved and ${sum} goes to you.`
export const yourTaskCloses = 'Accept a bid by then. Otherwise the task closes, and every bidder is told.'
export const taskCloses = (client: string) =>
  `If ${isolated(client)} accepts no bid by then, the task closes and every bidder is told.`
export const platformDecides = (sum: string) =>
  `If nothing is approved by then, ProConnect decides who gets ${sum}.`
export const adminDecides = (sum: string) => `If nothing comes by then, an admin decides about ${sum}.`
export const eachGetsHalf = (sum: string) =>
  `If nothing is decided by then, each of the two gets half of ${sum}.`
export const youMayCallAdmin = (sum: string, freelancer: string) =>
  `If ${isolated(freelancer)} doesn’t answer by then, nothing moves by itself, and you may call an admin, who decides about ${sum}.`
export const theyMayCallAdmin = (sum: string, client: string) =>
  `If you don’t answer by then, nothing moves by itself, but ${isolated(client)} may call an admin, who decides about ${sum}.`
export const yourBankKeepsIt = (sum: string) =>
  `Unless we show your bank by then what the money is for, it gives you ${sum} back for good.`
export const theirBankKeepsIt = (sum: string, client: string) =>
  `Unless we show the bank by then what the money is for, it gives ${isolated(client)} ${sum} back for good.`
