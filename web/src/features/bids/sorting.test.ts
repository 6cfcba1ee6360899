import { expect, test } from 'vitest'
import type { Bid } from '@/api/types'
import { sortBids } from './sorting'

const bid = (name: string, amount: number, status: Bid['status'] = 'submitted') =>
  ({
    freelancer: { name, completedContracts: amount % 7 },
    amount: { amount, currency: 'usd' },
    timelineDays: amount / 10,
    status,
  }) as Bid

const names = (bids: Bid[]) => bids.map((each) => each.freelancer.name)

test('sorts by a column, both ways', () => {
  const bids = [bid('Cleo', 200), bid('Ada', 300), bid('Ben', 100)]
  expect(names(sortBids(bids, { key: 'amount', descending: false }))).toEqual(['Ben', 'Cleo', 'Ada'])
  expect(names(sortBids(bids, { key: 'amount', descending: true }))).toEqual(['Ada', 'Cleo', 'Ben'])
  expect(names(sortBids(bids, { key: 'name', descending: false }))).toEqual(['Ada', 'Ben', 'Cleo'])
})

test('keeps decided bids at the end', () => {
  const bids = [bid('Gone', 1, 'withdrawn'), bid('Here', 500)]
  expect(names(sortBids(bids, { key: 'amount', descending: false }))).toEqual(['Here', 'Gone'])
})
