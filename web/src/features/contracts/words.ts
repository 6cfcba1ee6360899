import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { plural } from '@/lib/plural'
import { rich, type Wrap } from '@/lib/rich'

// Lists and pages
export const contracts = 'Contracts'
export const contract = 'Contract'
export const noContracts = 'No contracts yet'
export const noContractsNext = 'A contract begins when a bid is accepted.'
export const loadingContracts = 'Loading contracts'
export const contractsNotLoaded = 'Could not load the contracts'
export const contractNotLoaded = 'Could not load the contract'
export const withAndTask = (name: ReactNode, link: Wrap) => rich`with ${name} · ${link('the task')}`
export const dismiss = 'Dismiss'
export const yourClient = 'Your client'
export const yourFreelancer = 'Your freelancer'
export const hereSince = (month: string) => `Here since ${month}`

// Progress
const milestones = (count: number) => plural(count, { one: '1 milestone', other: `${count} milestones` })
export const progress = 'Progress of the contract'
export const percentDone = (share: ReactNode, aside: Wrap, count: number, all: number) =>
  rich`${share} ${aside(`done, ${count} of ${milestones(all)}`)}`
export const sumOf = (sum: string, aside: Wrap, total: string) => rich`${sum} ${aside(`of ${total}`)}`

// After the payment page
export const paymentCancelled = 'The payment was cancelled'
export const paymentCancelledText = 'No money was taken. You can fund the milestone whenever you like.'
export const confirming = 'Waiting for your payment to be confirmed'
export const confirmingText = 'This takes a few seconds; the page updates by itself.'
export const sumOnItsWay = (sum: string) => `Your payment of ${sum} is on its way`
export const sumOnItsWayText = (name: ReactNode) =>
  rich`It can take a few days. ${name} is told as soon as it is held.`
export const sumHeld = (sum: string, title: ReactNode) => rich`${sum} is held for “${title}”`
export const sumHeldText = (name: ReactNode) => rich`${name} was told, and can begin.`

// A payment that takes days
export const paymentOnItsWay = (payer: string) => `${isolated(payer)}’s payment is on its way`
export const paymentOnItsWayText =
  'Bank transfers, debits and vouchers take up to 14 days. Work starts once the money is here; we write to you then.'
export const yourPaymentOnItsWay = 'Your payment is on its way'
export const yourPaymentOnItsWayText =
  'Bank transfers, debits and vouchers take up to 14 days. Don’t pay again: the milestone is funded as soon as the money is here. We write to you then, and also if the payment fails.'

// A milestone
export const work = 'Work'
export const money = 'Money'
export const due = (date: string) => `due ${date}`
export const youGet = (sum: string) => `you get ${sum}`
export const doneWhen = 'Done when'
export const met = 'Met:'
export const open = 'Open:'
export const notMet = 'Not met:'
export const submittedWork = (name: ReactNode, time: string) => rich`${name} submitted work · ${time}`
export const requestedChanges = (name: ReactNode, time: string) => rich`${name} asked for changes · ${time}`
export const invoice = (number: string) => `Invoice ${number}`
export const payments = 'Payments'

// Work that ended without an approval
export const endedByDispute = 'Settled in a dispute'
export const endedByRefund = 'Ended by a refund'
export const endedByBank = 'Ended by the bank'

// What to do with it
export const fund = (sum: string) => `Fund ${sum}`
export const continuePaying = (sum: string) => `Continue paying ${sum}`
export const approveAndPay = 'Approve and pay'
export const reviewWork = (sum: string) => `Review work for ${sum}`
export const submitYourWork = 'Submit your work'

// What the freelancer has to do next
export const makeChanges = (client: string) =>
  `${isolated(client)} asked for changes. Make them and submit your work again.`
export const doTheWork = 'Do the work and submit it here.'
export const changesToCome = (freelancer: string) =>
  `You asked for changes. ${isolated(freelancer)} makes them and submits the work again.`
export const workToCome = (freelancer: string) => `${isolated(freelancer)} does the work and submits it here.`
