import { expect, test } from 'vitest'
import { amountProblem, amountText, parseAmount, readAmount, understood } from './amount'

test.each([
  // A comma or a point with one or two digits behind it, at the end, is the decimal mark.
  ['12,50', 1250],
  ['99,9', 9990],
  ['99.5', 9950],
  ['12.50', 1250],
  ['0,99', 99],
  ['.50', 50],
  ['12,', 1200],
  ['12.', 1200],
  // Groups are groups, whatever divides them.
  ['1,250', 125_000],
  ['1,250.00', 125_000],
  ['1.250,00', 125_000],
  ['1.250,5', 125_050],
  ['1.250.000', 125_000_000],
  ['1,250,000.99', 125_000_099],
  ['1 250,50', 125_050],
  ['1\u202f250,50', 125_050],
  ['1\u00a0250', 125_000],
  ["1'250.50", 125_050],
  ['1’250', 125_000],
  // What stands around it, and other digits.
  ['$99.5', 9950],
  [' 250 € ', 25_000],
  ['USD 250', 25_000],
  ['１２.５０', 1250],
  ['١٢٫٥٠', 1250],
  ['١٬٢٥٠', 125_000],
  ['999999999', 99_999_999_900],
  ['0', 0],
])('%j is %i', (text, amount) => {
  expect(parseAmount(text)).toBe(amount)
})

test.each([
  '',
  ' ',
  'ten',
  '-5',
  '1e3',
  '.',
  ',',
  '$',
  '1,25,0',
  '12,3456',
  '1234,567',
  '1,250,50',
  '1.250.50',
  '12.34.56',
  '1,2.5',
  '0,500',
  '1.250,000',
  '1 25',
  '1,250 000',
  '1234567890',
  '5 5',
  '12..5',
  'USD',
])('%j is no amount', (text) => {
  expect(parseAmount(text)).toBeNull()
  expect(amountProblem(text)).toMatch(/^Enter an amount/)
})

test('what can be read in two ways is asked', () => {
  expect(readAmount('1.250')).toEqual({ kind: 'ambiguous', amounts: [125_000, 125] })
  expect(parseAmount('1.250')).toBeNull()
  expect(amountProblem('1.250')).toBe('Is that 1250 or 1.25? Type it like that.')
  for (const meant of ['1250', '1.25']) expect(amountProblem(meant)).toBeNull()
})

test('what a field understood is what is written back', () => {
  for (const amount of [1, 99, 100, 12345, 99_999_999]) expect(parseAmount(amountText(amount))).toBe(amount)
  expect(understood('12,50', 'usd')).toBe('= $12.50')
  expect(understood('1,250', 'eur')).toBe('= €1,250.00')
  expect(understood('1.250', 'eur')).toBe('1250 or 1.25?')
  expect(understood('ten', 'eur')).toBe('')
})
