import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, endOfDay } from './time'

const zone = process.env.TZ
beforeAll(() => {
  process.env.TZ = 'Europe/Berlin'
})
afterAll(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test.each([
  // The night of 28 March 2027 has 23 hours, the one of 31 October 2027 has 25.
  ['2027-03-27T23:30:00', 1, '2027-03-28'],
  ['2027-03-27T23:30:00', 2, '2027-03-29'],
  ['2027-03-28T23:30:00', 1, '2027-03-29'],
  ['2027-10-31T00:30:00', 1, '2027-11-01'],
  ['2027-10-30T23:30:00', 365, '2028-10-29'],
  ['2026-12-31T12:00:00', 0, '2026-12-31'],
])('from %s, %i days on is %s', (from, days, expected) => {
  expect(addDays(new Date(from), days)).toBe(expected)
})

test('the clocks did change: a day is not 24 hours', () => {
  const [before, after] = ['2027-03-27', '2027-03-28'].map((day) => Date.parse(endOfDay(day) ?? ''))
  expect(((after ?? 0) - (before ?? 0)) / 3_600_000).toBe(23)
})
