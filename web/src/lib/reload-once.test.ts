import { expect, test, vi } from 'vitest'
import { reloadOnce } from './reload-once'

test('reloads for a part that is gone, but not in circles', () => {
  const reload = vi.fn()
  const event = () => new Event('vite:preloadError', { cancelable: true })
  const first = event()
  reloadOnce(first, 1_000_000, reload)
  expect(reload).toHaveBeenCalledTimes(1)
  expect(first.defaultPrevented).toBe(true)

  const second = event()
  reloadOnce(second, 1_030_000, reload)
  expect(reload).toHaveBeenCalledTimes(1)
  expect(second.defaultPrevented).toBe(false)

  reloadOnce(event(), 1_070_000, reload)
  expect(reload).toHaveBeenCalledTimes(2)
})
