import { expect, test } from 'vitest'
import type { Currency, CurrencyTotals, Payment } from '@/api/types'
import { byMonth, ofView, waiting } from './totals'

const payment = (
  kind: Payment['kind'],
  status: string,
  amount: number,
  fee: number | null,
  createdAt = '2026-11-01T00:00:00Z',
  milestoneId = 'mst_1',
) =>
  ({
    kind,
    milestoneId,
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

test('what goes back of a milestone is not held any more', () => {
  const of = (kind: Payment['kind'], status: string, amount: number, milestone: string) =>
    payment(kind, status, amount, null, undefined, milestone)
  const list = [
    of('charge', 'held', 500, 'mst_1'),
    of('refund', 'refunded', 100, 'mst_1'),
    of('refund', 'refunding', 20, 'mst_1'),
    of('charge', 'refunding', 300, 'mst_2'),
    of('refund', 'refunding', 300, 'mst_2'),
    of('charge', 'refunded', 300, 'mst_3'),
    of('refund', 'refunded', 300, 'mst_3'),
  ]
  expect(waiting(list, 'charge', 'usd')).toBe(380)
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

const totals = (currency: Currency, spent: number, earned: number): CurrencyTotals => {
  const sum = (amount: number) => ({
    total: { amount, currency },
    average: { amount, currency },
    payments: amount > 0 ? 1 : 0,
  })
  return { currency, earnings: sum(earned), spending: sum(spent), months: [] }
}

test('each side sees every currency in which it has moved money, and no other', () => {
  const all = [totals('usd', 100, 0), totals('eur', 50, 20)]
  const shown = (list: CurrencyTotals[]) => list.map(({ currency }) => currency)
  expect(shown(ofView(all, [], 'client'))).toEqual(['usd', 'eur'])
  expect(shown(ofView(all, [], 'freelancer'))).toEqual(['eur'])
  expect(shown(ofView([totals('usd', 0, 0)], [], 'client'))).toEqual(['usd'])
  const onTheWay = payment('transfer', 'on_the_way', 100, 10)
  expect(shown(ofView([totals('gbp', 5, 0)], [onTheWay], 'freelancer'))).toEqual(['usd'])
})
