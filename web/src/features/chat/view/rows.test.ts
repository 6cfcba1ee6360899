import { expect, test } from 'vitest'
import { aMessage } from '@/testing/chat'
import { firstUnseen, rowsOf, statesOf } from './rows'

const FIONA = 'usr_fiona'
const own = (number: number) => aMessage(number, { senderId: FIONA })
const shape = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) => ('isFirst' in row ? `${row.kind}${row.isFirst ? '!' : ''}` : row.kind))

test('messages stand in groups, between days, with a line before what is new', () => {
  const messages = [aMessage(1), aMessage(2), aMessage(9), own(10), aMessage(11)]
  messages.push(aMessage(12, { sentAt: '2026-11-29T09:00:00Z' }))
  const rows = rowsOf(messages, [], { ownId: FIONA, lineAt: 'msg_0011' })
  expect(shape(rows)).toEqual('day message! message message! message! new message! day message!'.split(' '))
})

test('a message keeps its row when the server has answered', () => {
  const item = {
    clientId: 'c1',
    roomId: 'rom_1',
    text: '',
    files: [],
    queuedAt: 0,
    refusal: null,
    retryAt: 0,
  }
  const [before] = rowsOf([], [item], { ownId: FIONA, lineAt: null })
  const after = rowsOf([own(1)], [], { ownId: FIONA, lineAt: null }).at(-1)
  expect(after?.key).toBe(before?.key)
})

test('new is what the other side wrote behind what was seen, and is still there', () => {
  const messages = [aMessage(1), own(2), aMessage(3, { deletedAt: '2026-11-27T10:00:00Z' }), aMessage(4)]
  expect(firstUnseen(messages, 'msg_0001', FIONA)).toBe('msg_0004')
  expect(firstUnseen(messages, null, FIONA)).toBe('msg_0001')
  expect(firstUnseen(messages, 'msg_0004', FIONA)).toBeNull()
})

test('the last message says how far it has come, and so does the last that was seen', () => {
  const messages = [own(1), own(2), own(3)]
  expect([...statesOf(messages, FIONA, 'msg_0001', 'msg_0003')]).toEqual([
    ['msg_0003', 'delivered'],
    ['msg_0001', 'seen'],
  ])
  expect([...statesOf(messages, FIONA, null, undefined)]).toEqual([['msg_0003', 'sent']])
  expect([...statesOf(messages, FIONA, 'msg_0003', 'msg_0003')]).toEqual([['msg_0003', 'seen']])
})
