import type { ReactNode } from 'react'
import { plural } from '@/lib/plural'
import { rich, type Wrap } from '@/lib/rich'

export const intro = (link: Wrap) =>
  rich`Every movement of the money of ${link('this contract')}, from first to last.`
export const ledgerNotLoaded = 'Could not load what happened to the money'
export const noMovements = 'No money has moved yet'
export const noMovementsNext = 'As soon as a milestone is funded, each movement of its money stands here.'
export const movements = 'Movements'

// The check
export const whole = 'Nothing was changed'
export const wholeText = (count: number) =>
  plural(count, {
    one: 'Your browser checked the one entry: it is as it was written when the money moved.',
    other: `Your browser checked all ${count} entries: each is as it was written when the money moved, and none is missing.`,
  })
export const broken = (place: string) => `Entry ${place} is not as it was written`
export const changedText =
  'What it says was changed afterwards. Don’t rely on it or on anything below it, and tell us.'
export const orderText =
  'It doesn’t follow the entry before it: one was taken out, put in or moved. Don’t rely on it or on anything below it, and tell us.'
export const sumText =
  'Its amounts don’t come to zero. Don’t rely on it or on anything below it, and tell us.'
export const endText = 'Entries behind it are missing. Don’t rely on what you see here, and tell us.'
export const seenText =
  'When you last looked at this page on this device, it was another one. Don’t rely on it or on anything below it, and tell us.'
export const unable = 'Your browser can’t check the entries here'
export const unableText = 'It only does so on pages that came over a safe connection.'
export const before = 'Not checked'
export const beforeText =
  'Written before entries were chained to each other, so nobody can show that it is unchanged.'
export const isBroken = 'Not as it was written'
export const howItWorks = 'How the check works'
export const howItWorksText =
  'Each entry carries a fingerprint (SHA-256) of what it says and of the entry before it. Who changes one entry would have to change the fingerprints of all later ones; your browser works them out again, and also remembers the last one that it saw.'
export const fingerprint = 'Fingerprint'

// Movements
type Sum = string
export const funded = (sum: Sum, title: ReactNode) => rich`${sum} came in, and is held for “${title}”.`
export const processorFee = (sum: Sum) =>
  rich`The payment processor took ${sum} for itself. ProConnect pays that, not you.`
export const approved = (title: ReactNode, sum: Sum, name: ReactNode, fee: Sum) =>
  rich`“${title}” was approved: ${sum} is for ${name}, ${fee} is the platform’s fee.`
export const refundAgreed = (sum: Sum, title: ReactNode, name: ReactNode) =>
  rich`${sum} of “${title}” is to go back to ${name}: both of you agreed.`
export const transferred = (sum: Sum, name: ReactNode) => rich`${sum} was sent to ${name}.`
export const paidTwice = (sum: Sum, title: ReactNode) =>
  rich`${sum} came in for “${title}”, which was funded already. It goes back.`
export const givenBack = (sum: Sum, name: ReactNode) => rich`${sum} went back to ${name}.`
export const cameBack = (sum: Sum, name: ReactNode) =>
  rich`${sum} could not be given back to ${name}, and is with us again.`
export const chargebackWithdrawn = (sum: Sum, name: ReactNode) =>
  rich`${name}’s bank wants ${sum} back, and has taken it for now.`
export const chargebackReinstated = (sum: Sum, name: ReactNode) =>
  rich`${name}’s bank has given ${sum} back to us.`
export const chargebackLost = (sum: Sum, title: ReactNode) =>
  rich`The bank keeps ${sum}: it is no longer there for “${title}”.`
export const chargebackWon = (sum: Sum, title: ReactNode) =>
  rich`The bank has decided otherwise: ${sum} is there for “${title}” again.`
export const paidByHand = (sum: Sum, name: ReactNode) =>
  rich`${sum} was sent to ${name} from ProConnect’s own bank account.`
export const other = (sum: Sum, from: ReactNode, to: ReactNode) => rich`${sum} moved: ${from} → ${to}.`
export const aMilestone = 'a milestone'

// Accounts
export const clearing = 'the payment processor'
export const heldFor = (title: ReactNode) => rich`held for “${title}”`
export const owedTo = (name: ReactNode) => rich`owed to ${name}`
export const owedBack = (title: ReactNode) => rich`to be given back for “${title}”`
export const fees = 'the platform’s fees'
export const ownBank = 'ProConnect’s own bank account'
export const processorFees = 'the processor’s fees'
export const chargebackLoss = 'what a bank took back'
export const owedBy = (name: ReactNode) => rich`owed by ${name}`
