import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { LedgerEntry, LedgerHead } from '@/api/types'
import { canonical, verify } from './verify'

/** The same examples by which the server's own check is held. */
const example = JSON.parse(readFileSync('../shared/payments/tests/chain.json', 'utf8')) as {
  contractId: string
  items: LedgerEntry[]
  head: LedgerHead
  canonical: string[]
}

const { contractId, head } = example

async function verdict(change: (items: LedgerEntry[]) => void = () => undefined, seen?: LedgerHead) {
  const items = structuredClone(example.items)
  change(items)
  return verify(contractId, items, head, seen)
}

const at = (items: LedgerEntry[], place: number) => {
  const entry = items[place]
  if (!entry) throw new Error(`no entry ${place}`)
  return entry
}

test('the text that is hashed is the one that is written down', () => {
  expect(example.items.map((item) => canonical(contractId, item))).toEqual(example.canonical)
})

test('a chain that nobody touched is whole', async () => {
  expect(await verdict()).toEqual({ kind: 'whole', entries: 3 })
  expect(await verify(contractId, [], null)).toEqual({ kind: 'whole', entries: 0 })
})

test('whatever is changed is found where it was changed', async () => {
  const moved = (items: LedgerEntry[]) => {
    at(items, 2).entries = at(items, 2).entries.map((posting) => ({
      ...posting,
      amount: posting.account === 'fee_revenue' ? -4_000 : posting.amount < 0 ? -46_000 : posting.amount,
    }))
  }
  expect(await verdict(moved)).toEqual({ kind: 'broken', at: 2, why: 'changed' })
  expect(await verdict((items) => (at(items, 1).at = '2026-11-26T19:02:19.005Z'))).toEqual({
    kind: 'broken',
    at: 1,
    why: 'changed',
  })
})

test('what is taken out, moved or cut off is found', async () => {
  expect(await verdict((items) => items.splice(1, 1))).toEqual({ kind: 'broken', at: 1, why: 'order' })
  expect(await verdict((items) => items.reverse())).toEqual({ kind: 'broken', at: 0, why: 'order' })
  expect(await verdict((items) => items.pop())).toEqual({ kind: 'broken', at: 1, why: 'end' })
})

test('a chain that was hashed anew is not the one that was seen before', async () => {
  const seen = { sequence: 2, hash: 'f'.repeat(64) }
  expect(await verdict(undefined, seen)).toEqual({ kind: 'broken', at: 1, why: 'seen' })
  expect(await verdict(undefined, { sequence: 4, hash: 'f'.repeat(64) })).toEqual({
    kind: 'broken',
    at: 2,
    why: 'seen',
  })
  expect(await verdict(undefined, head)).toEqual({ kind: 'whole', entries: 3 })
})

test('what was booked before there were chains stands in front of it', async () => {
  const before = { ...at(example.items, 0), sequence: null, previousHash: null, hash: null }
  expect(await verdict((items) => items.unshift(before))).toEqual({ kind: 'whole', entries: 3 })
  expect(await verdict((items) => items.push(before))).toEqual({ kind: 'broken', at: 3, why: 'order' })
})
