import type { ReactNode } from 'react'
import { rich, type Wrap } from '@/lib/rich'

export const invoice = 'Invoice'
export const titles = {
  invoice: (number: string) => `Invoice ${number}`,
  fee_invoice: (number: string) => `Fee invoice ${number}`,
  credit_note: (number: string) => `Credit note ${number}`,
}
export const notLoaded = 'Could not load the invoice'
export const print = 'Print'
export const downloadPdf = 'Download as PDF'

// What it is
export const issuedOn = 'Issued on'
/** The books are kept by days of UTC. */
export const dayInUtc = (day: string) => `${day} (UTC)`
export const creditFor = 'Credit for invoice'
export const reference = 'Buyer’s reference'
export const contract = 'Contract'
export const state = 'State of the payment'

// Its sides
export const seller = 'Seller'
export const buyer = 'Buyer'
export const taxNumber = (number: string) => `Tax number: ${number}`

// What is charged
export const charged = 'What is charged'
export const takenBack = 'What is taken back'
export const what = 'What'
export const amount = 'Amount'
export const total = 'Total'
export const payout = 'Your payout'
export const released = 'Released for your work'
export const fee = 'Platform fee'
export const paidOut = 'Paid out'

// What else is to be said; the PDF says the same
export const notes = {
  invoice:
    'Issued by ProConnect on behalf of the seller. The amount was paid through ProConnect, which holds it until the work is approved.',
  fee_invoice: 'The fee was taken out of what was released, so nothing is left to pay.',
  credit_note: 'Issued by ProConnect on behalf of the seller. The amount goes back to the buyer.',
}
export const noTax = 'No value-added or sales tax was added to the amounts.'
export const frozen = (change: Wrap): ReactNode =>
  rich`Names and addresses are those of the day of issue. For invoices to come, ${change('change your billing details')}.`
