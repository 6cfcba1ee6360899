import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { live } from './live'
import { openLive } from './open-live'

/** The connection is tested by itself; here it does what the test says. */
const connection = vi.hoisted(() => ({
  ends: null as { onChange: (open: boolean) => void } | null,
  start: vi.fn(),
  stop: vi.fn(),
  wake: vi.fn(),
}))

vi.mock('./connection', () => ({
  LiveConnection: class {
    start = connection.start
    stop = connection.stop
    wake = connection.wake
    constructor(ends: { onChange: (open: boolean) => void }) {
      connection.ends = ends
    }
  },
}))

beforeEach(() => vi.useFakeTimers())

afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

const change = (open: boolean) => connection.ends?.onChange(open)

test('says whether it is open, and when it is back after a while', () => {
  const onBack = vi.fn()
  const close = openLive(onBack)
  expect(connection.start).toHaveBeenCalledOnce()
  change(true)
  expect(live.isOpen()).toBe(true)
  change(false)
  expect(live.isOpen()).toBe(false)
  vi.advanceTimersByTime(9_999)
  change(true)
  expect(onBack).not.toHaveBeenCalled()
  change(false)
  vi.advanceTimersByTime(10_000)
  change(true)
  expect(onBack).toHaveBeenCalledOnce()
  close()
})

test('wakes with the network and the tab, until it is closed', () => {
  const close = openLive(() => undefined)
  window.dispatchEvent(new Event('online'))
  expect(connection.wake).toHaveBeenLastCalledWith()
  document.dispatchEvent(new Event('visibilitychange'))
  expect(connection.wake).toHaveBeenLastCalledWith(30_000)
  close()
  expect(connection.stop).toHaveBeenCalledOnce()
  window.dispatchEvent(new Event('online'))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(connection.wake).toHaveBeenCalledTimes(2)
})
