import { expect, test } from 'vitest'
import { aTold } from '@/testing/entities'
import { Tally } from './tally'

const MINUTE = 60_000
const room = (id: string) => ({
  category: 'messages' as const,
  thing: { type: 'room' as const, id, title: null },
})

test('a burst about one thing is one notification that counts, heard once and again after a pause', () => {
  const tally = new Tally()
  const shown = Array.from({ length: 9 }, (_, second) =>
    tally.add(aTold(second + 1, room('rom_1')), second * 2_000),
  )
  expect(new Set(shown.map(({ tag }) => tag)).size).toBe(1)
  expect(shown.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(shown.filter(({ sound }) => sound)).toEqual([shown[0]])
  expect(tally.add(aTold(10, room('rom_1')), 11 * MINUTE)).toMatchObject({ count: 10, sound: true })
})

test('what comes at one time for several things is heard once, and hides none of them', () => {
  const tally = new Tally()
  const shown = ['a', 'b', 'c'].map((id, place) => tally.add(aTold(place + 1, room(id)), place))
  expect(shown.map(({ sound }) => sound)).toEqual([true, false, false])
  const other = tally.add(aTold(4, { ...room('a'), category: 'bids' }), 6_000)
  expect(new Set([...shown, other].map(({ tag }) => tag)).size).toBe(4)
  expect(other.sound).toBe(true)
})

test('what was folded counts as many, and what was read no more', () => {
  const tally = new Tally()
  tally.add(aTold(1), 0)
  expect(tally.add(aTold(1, { count: 3 }), 1).count).toBe(3)
  const { tag } = tally.add(aTold(2), 2)
  expect(tally.forget({ ids: ['ntf_1'], upTo: null })).toEqual([])
  expect(tally.add(aTold(3), 3).count).toBe(2)
  expect(tally.forget({ ids: null, upTo: 'ntf_3' })).toEqual([tag])
  expect(tally.add(aTold(4), 4).count).toBe(1)
})
