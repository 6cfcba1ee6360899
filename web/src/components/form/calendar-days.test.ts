import { expect, test } from 'vitest'
import { plainDate } from '@/lib/time'
import { moveDay, weeksOf } from './calendar-days'

test('a month is shown in whole weeks from Monday', () => {
  const weeks = weeksOf(2026, 10)
  expect(weeks).toHaveLength(6)
  expect(weeks[0]?.[0]).toBe('2026-10-26')
  expect(weeks[0]?.[6]).toBe('2026-11-01')
})

test.each([
  ['ArrowLeft', false, '2026-01-30'],
  ['ArrowDown', false, '2026-02-07'],
  ['Home', false, '2026-01-26'],
  ['End', false, '2026-02-01'],
  ['PageDown', false, '2026-02-28'],
  ['PageDown', true, '2027-01-31'],
])('%s moves from the last day of January', (key, shift, expected) => {
  const next = moveDay(new Date(2026, 0, 31), key, shift)
  expect(next && plainDate(next)).toBe(expected)
})

test('other keys mean nothing', () => {
  expect(moveDay(new Date(2026, 0, 31), 'a', false)).toBeNull()
})
