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

// Its document, by kind of payment
export const documentNumber = {
  charge: (number: string) => `Invoice ${number}`,
  transfer: (number: string) => `Fee invoice ${number}`,
  refund: (number: string) => `Credit note ${number}`,
}
