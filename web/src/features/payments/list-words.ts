import type { ReactNode } from 'react'
import { rich } from '@/lib/rich'

// The history
export const unknown = 'Unknown'
/** What goes back. */
export const backFrom = (task: ReactNode, name: ReactNode, date: string) =>
  rich`${task} · back from ${name} · ${date}`
export const paidTo = (task: ReactNode, name: ReactNode, date: string) => rich`${task} · to ${name} · ${date}`
export const paidBy = (task: ReactNode, name: ReactNode, date: string) =>
  rich`${task} · from ${name} · ${date}`
export const afterFee = (fee: string) => `after ${fee} fee`

// An invoice
export const invoice = 'Invoice'
export const invoiceNumber = (number: string) => `Invoice ${number}`
export const invoiceNotLoaded = 'Could not load the invoice'
export const print = 'Print'
export const issued = (date: string) => `Issued ${date}`
export const from = 'From'
export const to = 'To'
export const what = 'What'
export const amount = 'Amount'
export const total = 'Total'
