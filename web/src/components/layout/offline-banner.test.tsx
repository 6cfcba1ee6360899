import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderAs } from '@/testing/render'
import { OfflineBanner } from './offline-banner'

afterEach(() => vi.restoreAllMocks())

test('says that there is no network, for as long as there is none', () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
  const change = (now: boolean) =>
    act(() => {
      online.mockReturnValue(now)
      window.dispatchEvent(new Event(now ? 'online' : 'offline'))
    })
  renderAs(<OfflineBanner />)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  change(false)
  expect(screen.getByRole('status')).toHaveTextContent('You are offline.')
  change(true)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})
