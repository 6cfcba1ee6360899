import { expect, test } from 'vitest'
import type { Payment } from '@/api/types'
import { byMonth, waiting } from './totals'

const payment = (
  kind: Payment['kind'],
  status: string,
  amount: number,
  fee: number | null,
  createdAt = '2026-11-01T00:00:00Z',
) =>
  ({
    kind,
    status,
    amount: { amount, currency: 'usd' },
    fee: fee === null ? null : { amount: fee, currency: 'usd' },
    createdAt,
  }) as Payment

test('a client sees what is held, in one currency', () => {
  const list = [payment('charge', 'held', 100, null), payment('charge', 'released', 300, null)]
  expect(waiting(list, 'charge', 'usd')).toBe(100)
  expect(waiting(list, 'charge', 'eur')).toBe(0)
})

test('a freelancer sees what comes after the fee', () => {
  const list = [
    payment('transfer', 'paid', 100, 10),
    payment('transfer', 'blocked', 50, 5),
    payment('charge', 'held', 1, null),
  ]
  expect(waiting(list, 'transfer', 'usd')).toBe(45)
})

test('months come newest first', () => {
  const list = [
    payment('charge', 'held', 1, null, '2026-01-31T23:00:00Z'),
    payment('charge', 'held', 2, null, '2026-02-01T00:00:00Z'),
  ]
  expect(byMonth(list).map(({ month }) => month)).toEqual(['2026-02', '2026-01'])
})
