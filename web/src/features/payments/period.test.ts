import { expect, test } from 'vitest'
import { daysOf, isPeriod } from './period'

test('a period has its first and last day, over the turn of the year, too', () => {
  const now = new Date('2028-01-31T23:59:59Z')
  expect(daysOf('month', now)).toEqual({ from: '2028-01-01', to: '2028-01-31' })
  expect(daysOf('lastMonth', now)).toEqual({ from: '2027-12-01', to: '2027-12-31' })
  expect(daysOf('year', now)).toEqual({ from: '2028-01-01', to: '2028-12-31' })
  expect(daysOf('lastYear', now)).toEqual({ from: '2027-01-01', to: '2027-12-31' })
  expect(daysOf('month', new Date('2028-02-10T00:00:00Z')).to).toBe('2028-02-29')
})

test('an address may say anything', () => {
  expect(isPeriod('year')).toBe(true)
  expect(isPeriod('century')).toBe(false)
  expect(isPeriod(null)).toBe(false)
})
