import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Ticket } from '@/api/types'
import { LiveConnection } from './connection'

const MINUTE = 60_000

/** The other end, in the test's hands. */
class FakeSocket {
  static all: FakeSocket[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { wasClean: boolean }) => void) | null = null
  sent: string[] = []
  closed = false
  url: string
  constructor(url: string) {
    this.url = url
    FakeSocket.all.push(this)
  }
  send(text: string) {
    this.sent.push(text)
  }
  close() {
    this.closed = true
  }
  hear(frame: unknown) {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) })
  }
}

const ticket = vi.fn<(doubtful: boolean) => Promise<Ticket | null>>()
const onFrame = vi.fn()
const onChange = vi.fn()

const last = () => FakeSocket.all.at(-1) as FakeSocket
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const problem = (status: number, retryAfter: number | null = null) => ({
  ...{ status, code: '', title: '', detail: '', requestId: null, errors: [], retryAfter },
})

async function begin(): Promise<LiveConnection> {
  const connection = new LiveConnection({ ticket, onFrame, onChange })
  connection.start()
  await pass(0)
  return connection
}

async function open(): Promise<LiveConnection> {
  const connection = await begin()
  last().onopen?.()
  return connection
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  vi.stubGlobal('WebSocket', FakeSocket)
  FakeSocket.all = []
  ticket.mockReset().mockResolvedValue({ ticket: 'a b', expiresIn: 60, url: 'wss://here/ws' })
  onFrame.mockReset()
  onChange.mockReset()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('connects with a ticket, and passes on frames that it understands', async () => {
  await open()
  expect(last().url).toBe('wss://here/ws?ticket=a%20b')
  expect(onChange).toHaveBeenCalledExactlyOnceWith(true)
  const frame = { type: 'file', file: { id: 'fil_1', status: 'clean' } }
  for (const noise of ['{', 'null', '7', '{"type":"toString"}', '{"type":"dance"}', '{"type":"file"}'])
    last().hear(noise)
  last().hear({ type: 'pong' })
  last().hear(frame)
  expect(onFrame).toHaveBeenCalledExactlyOnceWith(frame)
  expect(FakeSocket.all).toHaveLength(1)
})

test('pings every five minutes, and connects again when no answer comes', async () => {
  await open()
  const first = last()
  await pass(5 * MINUTE)
  expect(first.sent).toEqual(['{"action":"ping"}'])
  first.hear({ type: 'pong' })
  await pass(5 * MINUTE)
  expect(first.sent).toHaveLength(2)
  await pass(9_999)
  expect(first.closed).toBe(false)
  await pass(1)
  expect(first.closed).toBe(true)
  expect(onChange).toHaveBeenLastCalledWith(false)
  await pass(1_500)
  expect(FakeSocket.all).toHaveLength(2)
})

test('waits longer after each failure, a minute at most, and shortly again after a success', async () => {
  ticket.mockRejectedValue(problem(0))
  await begin()
  for (const wait of [1.5, 2.5, 4.5, 8.5, 16.5, 32.5, 60.5, 60.5]) {
    const tries = ticket.mock.calls.length
    await pass(wait * 1000 - 1)
    expect(ticket).toHaveBeenCalledTimes(tries)
    await pass(1)
    expect(ticket).toHaveBeenCalledTimes(tries + 1)
  }
  ticket.mockResolvedValue({ ticket: 't', expiresIn: 60, url: 'wss://here/ws' })
  await pass(60_500)
  last().onopen?.()
  await pass(10_000)
  last().onclose?.({ wasClean: false })
  await pass(1_500)
  expect(FakeSocket.all).toHaveLength(2)
})

test('does not hurry when connections are opened and closed at once', async () => {
  await open()
  for (const wait of [1_500, 2_500, 4_500]) {
    const before = FakeSocket.all.length
    last().onclose?.({ wasClean: true })
    await pass(wait - 1)
    expect(FakeSocket.all).toHaveLength(before)
    await pass(1)
    last().onopen?.()
  }
})

test('waits as long as the server asks', async () => {
  ticket.mockRejectedValueOnce(problem(429, 30))
  await begin()
  await pass(29_999)
  expect(ticket).toHaveBeenCalledTimes(1)
  await pass(1)
  expect(FakeSocket.all).toHaveLength(1)
})

test('makes sure of the session when the server has ended the connection, and gives up without one', async () => {
  await open()
  ticket.mockResolvedValue(null)
  last().onclose?.({ wasClean: true })
  await pass(1_500)
  expect(ticket.mock.calls).toEqual([[false], [true]])
  await pass(60 * MINUTE)
  expect(ticket).toHaveBeenCalledTimes(2)
  expect(FakeSocket.all).toHaveLength(1)
})

test('a lost network puts nothing in doubt; a refusal does, once', async () => {
  await open()
  for (const wait of [1_500, 0, 2_500, 4_500]) {
    last().onclose?.({ wasClean: false })
    await pass(wait)
  }
  expect(ticket.mock.calls.flat()).toEqual([false, false, true, false, false])
})

test('comes back at once with the network or the person, and never twice', async () => {
  const connection = await open()
  last().onclose?.({ wasClean: false })
  connection.wake()
  connection.wake()
  await pass(0)
  connection.wake()
  expect(FakeSocket.all).toHaveLength(2)
  last().onopen?.()
  await pass(20_000)
  connection.wake(30_000)
  expect(last().sent).toEqual([])
  connection.wake()
  connection.wake()
  expect(last().sent).toEqual(['{"action":"ping"}'])
  await pass(10_000 + 1_500)
  expect(FakeSocket.all).toHaveLength(3)
})

test('does not wait for ever to be let in', async () => {
  await begin()
  const first = last()
  await pass(15_000)
  expect(first.closed).toBe(true)
  await pass(1_500)
  expect(FakeSocket.all).toHaveLength(2)
})

test('connects anew before two hours are over', async () => {
  await open()
  const first = last()
  for (let minutes = 0; minutes < 115; minutes += 5) {
    await pass(5 * MINUTE)
    first.hear({ type: 'pong' })
  }
  expect(first.closed).toBe(true)
  expect(FakeSocket.all).toHaveLength(2)
  expect(ticket).toHaveBeenLastCalledWith(false)
})

test('stopping is for good, whatever was under way', async () => {
  const opened = await open()
  const first = last()
  opened.stop()
  expect(first.closed).toBe(true)
  first.hear({ type: 'file', file: { id: 'fil_1', status: 'clean' } })
  opened.start()
  opened.wake()
  await pass(60 * MINUTE)
  expect(FakeSocket.all).toHaveLength(1)
  expect(onFrame).not.toHaveBeenCalled()

  const asking = new LiveConnection({ ticket, onFrame, onChange })
  asking.start()
  asking.stop()
  await pass(60 * MINUTE)
  expect(FakeSocket.all).toHaveLength(1)

  ticket.mockRejectedValue(problem(503))
  const waiting = await begin()
  waiting.stop()
  const tries = ticket.mock.calls.length
  await pass(60 * MINUTE)
  expect(ticket).toHaveBeenCalledTimes(tries)
})
