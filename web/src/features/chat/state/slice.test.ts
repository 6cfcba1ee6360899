import { configureStore } from '@reduxjs/toolkit'
import { expect, test } from 'vitest'
import { aMessage, aRoom } from '@/testing/chat'
import { chat, chatSlice } from './slice'
import type { Outgoing } from './outbox'

const outgoing = (change: Partial<Outgoing> = {}): Outgoing => ({
  clientId: 'c9',
  roomId: 'rom_1',
  text: 'Hello',
  files: [],
  queuedAt: 1,
  refusal: null,
  retryAt: 0,
  ...change,
})

/** Fiona's chat, with the first two messages of her room. */
function begin(outbox: Outgoing[] = []) {
  const store = configureStore({ reducer: chatSlice.reducer })
  store.dispatch(chat.began({ ownId: 'usr_fiona', outbox }))
  store.dispatch(chat.roomsCame({ rooms: [aRoom()], nextCursor: null }))
  store.dispatch(chat.messagesCame({ roomId: 'rom_1', messages: [aMessage(2), aMessage(1)], atEnd: true }))
  const talk = () => store.getState().talks.rom_1
  return { ...store, talk }
}

test('a message that follows moves the end; one after a gap waits for what is missing', () => {
  const { dispatch, talk } = begin()
  dispatch(chat.said(aMessage(3)))
  expect(talk()?.endId).toBe('msg_0003')
  dispatch(chat.said(aMessage(5)))
  expect(talk()?.endId).toBe('msg_0003')
  dispatch(chat.messagesCame({ roomId: 'rom_1', messages: [aMessage(4), aMessage(5)], atEnd: true }))
  expect(talk()?.endId).toBe('msg_0005')
})

test('the first message of an empty room is its end', () => {
  const { dispatch, getState } = begin()
  dispatch(chat.messagesCame({ roomId: 'rom_2', messages: [], atEnd: true }))
  dispatch(chat.said(aMessage(1, { roomId: 'rom_2' })))
  expect(getState().talks.rom_2?.endId).toBe('msg_0001')
})

test('what waits is gone once it is there, by the answer or by the history', () => {
  const own = aMessage(3, { senderId: 'usr_fiona', clientId: 'c9' })
  for (const action of [
    chat.said(own),
    chat.messagesCame({ roomId: 'rom_1', messages: [own], atEnd: true }),
  ]) {
    const { dispatch, getState } = begin([outgoing()])
    dispatch(action)
    expect(getState().outbox).toEqual([])
  }
})

test('somebody else’s message with the same id of theirs takes nothing out of the queue', () => {
  const { dispatch, getState } = begin([outgoing()])
  dispatch(chat.said(aMessage(3, { clientId: 'c9' })))
  expect(getState().outbox).toHaveLength(1)
})

test('an edit before its original stays, and the original does not undo it', () => {
  const { dispatch, talk } = begin()
  dispatch(chat.changed(aMessage(3, { text: 'edited', version: 2 })))
  dispatch(chat.said(aMessage(3)))
  expect(talk()?.messages.at(-1)?.text).toBe('edited')
})

test('a hint of writing ends with the message', () => {
  const { dispatch, getState } = begin()
  dispatch(chat.wrote({ roomId: 'rom_1', at: 5 }))
  dispatch(chat.said(aMessage(3)))
  expect(getState().typing.rom_1).toBe(0)
})

test('receipts only go forward', () => {
  const { dispatch, getState } = begin()
  const receipt = { type: 'receipt', roomId: 'rom_1', userId: 'usr_clara', status: 'delivered' } as const
  dispatch(chat.received({ ...receipt, upTo: 'msg_0002' }))
  dispatch(chat.received({ ...receipt, upTo: 'msg_0001' }))
  expect(getState().delivered.rom_1).toBe('msg_0002')
})

test('the next person finds nothing', () => {
  const { dispatch, getState } = begin([outgoing()])
  dispatch(chat.ended())
  expect(getState()).toMatchObject({ ownId: '', rooms: {}, talks: {}, outbox: [] })
})
