import { expect, test } from 'vitest'
import { aTold } from '@/testing/entities'
import { addTold, isMarked, markTold, type ToldPage } from './told'

const pageOf = (...items: ToldPage['items']): ToldPage => ({ items, nextCursor: null, unreadCount: 0 })
const idsOf = (pages: ToldPage[]) => pages.map(({ items }) => items.map(({ id }) => id))

test('what is new comes first, and what was folded into it stands nowhere else', () => {
  const pages = [pageOf(aTold(4), aTold(3)), pageOf(aTold(2), aTold(1))]
  addTold(pages, {}, aTold(5))
  addTold(pages, {}, aTold(2, { count: 2 }))
  expect(idsOf(pages)).toEqual([['ntf_2', 'ntf_5', 'ntf_4', 'ntf_3'], ['ntf_1']])
  expect(pages[0]?.items[0]?.count).toBe(2)
})

test('a list of one kind hears of no other, and one of unread of nothing read', () => {
  const money = [pageOf()]
  const unread = [pageOf()]
  addTold(money, { category: 'money' }, aTold(1))
  addTold(unread, { unread: true }, aTold(1, { readAt: '2026-11-01T00:00:00Z' }))
  addTold(unread, { unread: true }, aTold(2))
  expect([...idsOf(money), ...idsOf(unread)]).toEqual([[], ['ntf_2']])
})

test('what was read stays in its place, and keeps when it was read first', () => {
  const pages = [pageOf(aTold(3), aTold(2)), pageOf(aTold(1, { readAt: 'before' }))]
  markTold(pages, { ids: null, upTo: 'ntf_2' }, 'now')
  expect(pages.flatMap(({ items }) => items.map(({ readAt }) => readAt))).toEqual([null, 'now', 'before'])
  markTold(pages, { ids: ['ntf_3', 'ntf_9'], upTo: null }, 'later')
  expect(pages[0]?.items[0]?.readAt).toBe('later')
})

test('everything is marked where nothing is named', () => {
  expect(isMarked({ ids: null, upTo: null }, 'ntf_1')).toBe(true)
  expect(isMarked({ ids: [], upTo: null }, 'ntf_1')).toBe(false)
})
