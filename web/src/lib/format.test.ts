import { expect, test } from 'vitest'
import { currencies, formatBudget, formatMoney, formatMoneyRough } from './format'
import { formatDuration, timeLeft } from './time'

test('money and budgets are written exactly', () => {
  expect(formatMoney({ amount: 125000, currency: 'usd' })).toBe('$1,250.00')
  expect(formatBudget({ type: 'hourly', min: 2000, max: 4050, currency: 'eur' })).toBe('€20–€40.50 per hour')
})

test('time that is left is never negative', () => {
  expect(timeLeft('2026-11-25T04:00:00Z', Date.parse('2026-11-23T00:00:00Z'))).toBe('2 days 4 hours left')
  expect(timeLeft('2026-11-23T00:00:00Z', Date.parse('2026-11-24T00:00:00Z'))).toBe('Time is up')
  expect(formatDuration(30_000)).toBe('less than a minute')
})

test.each([
  [99_949, '$999'],
  [999_999, '$10K'],
  [1_234_567, '$12.3K'],
  [123_456_789, '$1.2M'],
])('%i is roughly %s', (amount, text) => {
  expect(formatMoneyRough({ amount, currency: 'usd' })).toBe(text)
})

test('all currencies here have two decimals', () => {
  // `format.ts` shows amounts by this and `amount.ts` reads them: a currency with more or fewer needs more than a line in the list.
  const decimals = (currency: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
  expect(currencies.map(decimals)).toEqual(currencies.map(() => 2))
  expect([decimals('jpy'), decimals('kwd')]).toEqual([0, 3])
})
