import { configureStore } from '@reduxjs/toolkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientFrame, Frame } from '@/api/types'
import { rootReducer } from '@/lib/store-parts'
import { live } from '@/live/live'
import { aMessage } from '@/testing/chat'
import { chat } from '../state/slice'
import { compose, say, sayAgain } from './say'
import { Sender } from './sending'
import { now, type Store } from './store'

const sent: ClientFrame[] = []
const check = vi.fn()
let store: Store
let sender: Sender

const texts = () => sent.flatMap((frame) => (frame.action === 'send' ? [frame.text] : []))
const last = () => sent.at(-1) as Extract<ClientFrame, { action: 'send' }>
const write = (text: string, roomId = 'rom_1') => say(store, compose(roomId, text, []))
const answer = (number: number) =>
  store.dispatch(chat.said(aMessage(number, { senderId: 'usr_fiona', clientId: last().clientId })))
const refuse = (change: Partial<Extract<Frame, { type: 'error' }>>) =>
  live.tell({ type: 'error', code: 'blocked', detail: 'Nothing goes.', clientId: last().clientId, ...change })

beforeEach(() => {
  vi.useFakeTimers()
  sent.length = 0
  check.mockReset()
  live.speaks({ send: (frame) => sent.push(frame) > 0, check })
  live.changed(true)
  store = configureStore({ reducer: rootReducer })
  store.dispatch(chat.began({ ownId: 'usr_fiona', outbox: [] }))
  sender = new Sender(store)
})

afterEach(() => {
  sender.stop()
  live.speaks(null)
  live.changed(false)
  vi.useRealTimers()
})

test('a room’s messages go out one after the other, and rooms do not wait for each other', () => {
  write('one')
  write('two')
  write('elsewhere', 'rom_2')
  expect(texts()).toEqual(['one', 'elsewhere'])
  store.dispatch(chat.said(aMessage(1, { senderId: 'usr_fiona', clientId: last().clientId })))
  const [first] = sent as [Extract<ClientFrame, { action: 'send' }>]
  store.dispatch(chat.said(aMessage(2, { senderId: 'usr_fiona', clientId: first.clientId })))
  expect(texts()).toEqual(['one', 'elsewhere', 'two'])
})

test('what is written offline waits, and goes out in its order', () => {
  live.changed(false)
  write('one')
  write('two')
  expect(texts()).toEqual([])
  live.changed(true)
  answer(1)
  expect(texts()).toEqual(['one', 'two'])
})

test('a lost answer is sent again under the same id, and once the connection was looked at', () => {
  write('one')
  const { clientId } = last()
  vi.advanceTimersByTime(10_000)
  expect(check).toHaveBeenCalled()
  live.changed(false)
  live.changed(true)
  expect(new Set(sent.map((frame) => 'clientId' in frame && frame.clientId))).toEqual(new Set([clientId]))
  expect(texts().length).toBeGreaterThan(1)
  answer(1)
  vi.advanceTimersByTime(60_000)
  expect(now(store).outbox).toEqual([])
})

test('a refusal is shown with its reason, keeps the text, and lets the next one go', () => {
  write('one')
  write('two')
  refuse({})
  expect(now(store).outbox[0]).toMatchObject({ text: 'one', refusal: 'Nothing goes.' })
  expect(texts()).toEqual(['one', 'two'])
})

test('sent again by hand, it is another message at the end of the queue', () => {
  write('one')
  const before = last().clientId
  refuse({ code: 'client_id_reused' })
  const [item] = now(store).outbox
  if (item) sayAgain(store, item)
  expect(texts()).toEqual(['one', 'one'])
  expect(last().clientId).not.toBe(before)
})

test('a flood is answered by waiting as long as it says', () => {
  write('one')
  refuse({ code: 'rate_limited', retryAfter: 7 })
  vi.advanceTimersByTime(6_900)
  expect(texts()).toEqual(['one'])
  vi.advanceTimersByTime(200)
  expect(texts()).toEqual(['one', 'one'])
})

test('an error that names no message of ours changes nothing', () => {
  write('one')
  live.tell({ type: 'error', code: 'blocked', detail: 'No.', clientId: 'another' })
  live.tell({ type: 'error', code: 'blocked', detail: 'No.' })
  expect(now(store).outbox[0]?.refusal).toBeNull()
})

test('what another tab has just written is left to it, until that tab is gone', () => {
  const item = compose('rom_1', 'theirs', [])
  store.dispatch(chat.outboxCame([item]))
  expect(texts()).toEqual([])
  vi.advanceTimersByTime(21_000)
  expect(texts()).toEqual(['theirs'])
})

test('what waited over a reload is sent at once', () => {
  sender.stop()
  store.dispatch(chat.began({ ownId: 'usr_fiona', outbox: [compose('rom_1', 'kept', [])] }))
  sender = new Sender(store)
  expect(texts()).toEqual(['kept'])
})

test('what is too large for a frame, kept by whichever release, never goes out, and holds up nothing', () => {
  sender.stop()
  const large = { ...compose('rom_1', '', []), text: '\u0007'.repeat(7000) }
  const long = { ...compose('rom_1', '', []), text: 'x'.repeat(8001) }
  const outbox = [large, long, compose('rom_1', 'short', [])]
  store.dispatch(chat.began({ ownId: 'usr_fiona', outbox }))
  sender = new Sender(store)
  expect(texts()).toEqual(['short'])
  expect(
    now(store)
      .outbox.slice(0, 2)
      .map(({ refusal }) => refusal),
  ).toEqual([expect.stringContaining('too much for one message'), expect.stringContaining('8,001')])
  // The connection comes and goes: no loop with the same frame.
  live.changed(false)
  live.changed(true)
  vi.advanceTimersByTime(60_000)
  expect(new Set(texts())).toEqual(new Set(['short']))
})
