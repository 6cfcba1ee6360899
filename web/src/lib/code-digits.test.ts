import { expect, test } from 'vitest'
import { codeDigits, isCode } from './code-digits'

test.each([
  '803550',
  ' 803 550 ',
  '803-550',
  '803\u00a0550',
  '８０３５５０',
  '٨٠٣٥٥٠',
  '803\u200b550',
  '\ufeff803550',
  '803\u2011550',
  '\u202a803550\u202c',
])('%j is the code', (text) => {
  expect(codeDigits(text)).toBe('803550')
  expect(isCode(text)).toBe(true)
})

test.each(['', '80355', '80355O', '8035501'])('%j is none', (text) => {
  expect(isCode(text)).toBe('The code has six digits.')
})
