import type { Money } from '@/api/types'
import { formatMoney } from './format'
import { moneyLocale } from './locale'
import * as words from './amount-words'

/** What somebody typed into a field of money, in minor units. */
export type Reading =
  | { kind: 'amount'; amount: number }
  /** It can be meant in two ways: the person is asked. */
  | { kind: 'ambiguous'; amounts: [number, number] }
  | { kind: 'none' }

const none: Reading = { kind: 'none' }

/** Digits of all scripts that phones type, and the marks of Arabic ones. */
const ordinary = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace('\u066b', ',')
    .replaceAll('\u066c', "'")

/** Currency signs, spaces and what else stands around an amount say nothing of how much it is. */
const bare = (text: string) =>
  ordinary(text)
    .replace(/[$€£]|\b(?:usd|eur|gbp)\b/gi, '')
    .trim()

/** Minor units of whole units and what stands behind the decimal mark. */
const minor = (whole: string, cents = '') => Number(whole || '0') * 100 + Number(cents.padEnd(2, '0'))

const groups = (text: string, mark: string) => {
  const parts = text.split(mark)
  return parts[0] !== '' &&
    /^[1-9]\d{0,2}$/.test(parts[0] ?? '') &&
    parts.slice(1).every((part) => /^\d{3}$/.test(part))
    ? parts.join('')
    : null
}

/** The digits of a number whose groups, if it has any, are divided by one mark throughout. */
function whole(text: string): string | null {
  if (/^\d*$/.test(text)) return text
  for (const mark of [' ', "'", '’', ',', '.']) {
    const joined = text.includes(mark) && groups(text, mark)
    if (joined) return joined
  }
  return null
}

/**
 * Reads an amount as people of many countries type it. A comma or a point with one or two digits behind it, at the end,
 * is the decimal mark: phones often have only one of the two. Groups of three are groups. One point with three digits
 * behind it is a group to some and a decimal mark to others, so it is neither.
 */
export function readAmount(text: string): Reading {
  const typed = bare(text).replace(/\s+/g, ' ')
  const [, before = '', mark, cents] = /^(.*?)(?:([.,])(\d{0,2}))?$/.exec(typed) ?? []
  if (before === '' && !cents) return none
  // The same mark cannot divide groups and begin the cents.
  if (mark && before.includes(mark)) return none
  const digits = whole(before)
  if (digits === null || digits.length > 9) return none
  const amount = minor(digits, cents)
  const thousands = /^([1-9]\d{0,2})\.(\d{3})$/.exec(before)
  if (!thousands || mark) return { kind: 'amount', amount }
  return { kind: 'ambiguous', amounts: [amount, Math.round(Number(before) * 100)] }
}

/** Minor units of what somebody typed; null when it is no amount, or could be two. */
export function parseAmount(text: string): number | null {
  const reading = readAmount(text)
  return reading.kind === 'amount' ? reading.amount : null
}

/** The other way round, for a field: `1250` or `1250.50`. */
export function amountText(amount: number): string {
  return amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2)
}

/** What is asked of somebody whose text is no amount; null when it is one. */
export function amountProblem(text: string, unclear = words.enterAmount): string | null {
  const reading = readAmount(text)
  if (reading.kind === 'amount') return null
  if (reading.kind === 'none') return unclear
  const [large, small] = reading.amounts
  return words.whichAmount(amountText(large), amountText(small))
}

/** A rule for fields of money. */
export const isAmount = (text: string): true | string => amountProblem(text) ?? true

const plain = new Intl.NumberFormat(moneyLocale, { minimumFractionDigits: 2 })

/** How a field shows what it understood; empty when there is nothing to show. */
export function understood(text: string, currency?: Money['currency']): string {
  const reading = readAmount(text)
  if (reading.kind === 'none') return ''
  if (reading.kind === 'ambiguous') {
    const [large, small] = reading.amounts
    return words.eitherAmount(amountText(large), amountText(small))
  }
  const { amount } = reading
  return words.understood(currency ? formatMoney({ amount, currency }) : plain.format(amount / 100))
}
