import { expect, test } from 'vitest'
import { aMessage, aRoom } from '@/testing/chat'
import { fresh, inOrder, withChange, withMessage, withSeen } from './rooms'

const FIONA = 'usr_fiona'
const CLARA = 'usr_clara'
const two = [aMessage(1), aMessage(2)].reduce((room, message) => withMessage(room, message, FIONA), aRoom())

test('what the other side says is new, and counts once', () => {
  expect(two.unreadCount).toBe(2)
  expect(withMessage(two, aMessage(2), FIONA).unreadCount).toBe(2)
  expect(withMessage(aRoom(), aMessage(1), CLARA).unreadCount).toBe(0)
})

test('a deleted message counts no longer, and twice deleted is once', () => {
  const gone = aMessage(2, { text: '', version: 2, deletedAt: '2026-11-27T10:00:00Z' })
  const after = withChange(two, gone, aMessage(2), FIONA)
  expect(after.unreadCount).toBe(1)
  expect(after.lastMessage?.isDeleted).toBe(true)
  expect(withChange(after, gone, gone, FIONA).unreadCount).toBe(1)
  expect(withChange({ ...after, unreadCount: 0 }, gone, aMessage(2), FIONA).unreadCount).toBe(0)
})

test('having seen the last one leaves nothing new; an earlier mark changes nothing', () => {
  const seen = withSeen(two, FIONA, 'msg_0002', FIONA)
  expect(seen.unreadCount).toBe(0)
  expect(withSeen(seen, FIONA, 'msg_0001', FIONA)).toBe(seen)
  expect(withSeen(two, CLARA, 'msg_0002', FIONA).unreadCount).toBe(2)
})

test('an answer that does not know yet what was seen here does not bring the count back', () => {
  const seen = withSeen(two, FIONA, 'msg_0002', FIONA)
  expect(fresh(two, seen, FIONA).unreadCount).toBe(0)
  expect(fresh(two, undefined, FIONA).unreadCount).toBe(2)
})

test('the list shows a text on one line, cut between letters as the server cuts it', () => {
  const room = withMessage(aRoom(), aMessage(1, { text: `one\n\n two ${'😀'.repeat(200)}` }), FIONA)
  expect(room.lastMessage?.text).toBe(`one two ${'😀'.repeat(112)}…`)
})

test('where something was said last comes first', () => {
  const quiet = aRoom({ id: 'rom_2', createdAt: '2026-11-27T08:00:00Z' })
  expect(inOrder([quiet, two]).map(({ id }) => id)).toEqual(['rom_1', 'rom_2'])
})
