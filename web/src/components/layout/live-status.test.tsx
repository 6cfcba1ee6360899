import { act, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { api } from '@/api/base-api'
import { usePaymentsInfiniteQuery } from '@/api/payments-api'
import { live } from '@/live/live'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import LiveStatus from './live-status'

const server = mockServer()
const opened = vi.hoisted(() => ({ onBack: null as (() => void) | null, close: vi.fn() }))

vi.mock('@/live/open-live', async (original) => ({
  ...(await original<object>()),
  openLive: (onBack: () => void) => {
    opened.onBack = onBack
    return opened.close
  },
}))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  live.changed(false)
  vi.useRealTimers()
})

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds))
const change = (open: boolean) => act(() => live.changed(open))

test('speaks only of a connection that was there and is away for a while', () => {
  const { unmount } = renderAs(<LiveStatus />, { as: person('Clara', 'client') })
  const status = screen.getByRole('status')
  pass(60_000)
  expect(status).toBeEmptyDOMElement()
  change(true)
  change(false)
  pass(9_999)
  expect(status).toBeEmptyDOMElement()
  pass(1)
  expect(status).toHaveTextContent('Reconnecting… What you see may be slightly out of date.')
  change(true)
  expect(status).toBeEmptyDOMElement()
  unmount()
  expect(opened.close).toHaveBeenCalledOnce()
})

test('says nothing of it without a network, which is said already', () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
  renderAs(<LiveStatus />, { as: person('Clara', 'client') })
  change(true)
  change(false)
  pass(10_000)
  expect(screen.getByRole('status')).not.toBeEmptyDOMElement()
  act(() => {
    online.mockReturnValue(false)
    window.dispatchEvent(new Event('offline'))
  })
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  online.mockRestore()
})

test('asks again for what is shown when the connection is back', async () => {
  vi.useRealTimers()
  let asked = 0
  server.use(
    http.get('*/v1/payments', () => {
      asked += 1
      return HttpResponse.json({ items: [], nextCursor: null })
    }),
  )
  function Page() {
    const { isSuccess } = usePaymentsInfiniteQuery()
    return <p>{isSuccess ? 'Shown' : 'Loading'}</p>
  }
  const { store } = renderAs(
    <>
      <Page />
      <LiveStatus />
    </>,
    { as: person('Clara', 'client') },
  )
  await screen.findByText('Shown')
  act(() => opened.onBack?.())
  await vi.waitFor(() => expect(asked).toBe(2))
  store.dispatch(api.util.resetApiState())
})
