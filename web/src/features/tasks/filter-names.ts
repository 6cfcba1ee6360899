import { amountProblem, amountText, parseAmount } from '@/lib/amount'
import { formatMoneyShort } from '@/lib/format'
import { categories } from '@/lib/labels'
import type { Category } from '@/api/types'
import * as words from './words'

/** What tasks can be filtered by, as it stands in the address: it can be shared and gone back to. */
export const filterNames = [
  'category',
  'budgetType',
  'budgetMin',
  'budgetMax',
  'skill',
  'location',
  'within',
] as const

export type FilterName = (typeof filterNames)[number]

const isAmountName = (name: string) => name === 'budgetMin' || name === 'budgetMax'

/** The address after a filter was set, or what is asked about an amount that can be read in two ways. */
export function setFilter(
  params: URLSearchParams,
  name: string,
  text: string,
): { params: URLSearchParams } | { problem: string } {
  const next = new URLSearchParams(params)
  const value = text.trim()
  const problem = value && isAmountName(name) ? amountProblem(value) : null
  if (problem) return { problem }
  if (value) next.set(name, isAmountName(name) ? amountText(parseAmount(value) ?? 0) : value)
  else next.delete(name)
  return { params: next }
}

// The currency is the task's own: a filter has none.
const sum = (text: string) =>
  formatMoneyShort({ amount: parseAmount(text) ?? 0, currency: 'usd' }).replace('$', '')

/** A filter in words, for the chip that removes it. */
export function filterText(name: FilterName, value: string): string {
  switch (name) {
    case 'category':
      return categories[value as Category] ?? value
    case 'budgetType':
      return words.budgetTypes[value as keyof typeof words.budgetTypes] ?? value
    case 'within':
      return words.decidedWithin[value as keyof typeof words.decidedWithin] ?? value
    case 'budgetMin':
      return words.fromSum(sum(value))
    case 'budgetMax':
      return words.upToSum(sum(value))
    default:
      return value
  }
}
