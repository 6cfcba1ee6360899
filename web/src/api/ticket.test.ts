import { http, HttpResponse } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import { mockServer } from '@/testing/server'
import { accessToken } from './access-token'
import { sessionEvents } from './session-events'
import { liveTicket } from './ticket'

const server = mockServer()
const ticket = { ticket: 't', expiresIn: 60, url: 'wss://here/ws' }
const refused = () => HttpResponse.json({ code: 'invalid_refresh_token' }, { status: 401 })

afterEach(() => {
  accessToken.set(null)
  vi.restoreAllMocks()
})

test('a doubtful session is renewed first', async () => {
  const renewed = { accessToken: 'new', expiresIn: 900, user: { id: 'usr_1', roles: ['client'] } }
  server.use(
    http.post('*/v1/auth/refresh', () => HttpResponse.json(renewed)),
    http.post('*/v1/chat/ticket', ({ request }) =>
      HttpResponse.json({ ...ticket, ticket: request.headers.get('authorization') }),
    ),
  )
  accessToken.set('old')
  expect(await liveTicket(false)).toEqual({ ...ticket, ticket: 'Bearer old' })
  expect(await liveTicket(true)).toEqual({ ...ticket, ticket: 'Bearer new' })
})

test('none for a session that has ended, which the page then shows', async () => {
  const ended = vi.spyOn(sessionEvents, 'ended')
  server.use(http.post('*/v1/auth/refresh', refused), http.post('*/v1/chat/ticket', refused))
  accessToken.set('still good for minutes')
  expect(await liveTicket(true)).toBeNull()
  expect(ended).toHaveBeenCalledExactlyOnceWith('expired')
  expect(await liveTicket(false)).toBeNull()
})

test('anything else may pass, and says when', async () => {
  const busy = HttpResponse.json({ code: 'rate_limited' }, { status: 429, headers: { 'retry-after': '7' } })
  server.use(http.post('*/v1/chat/ticket', () => busy))
  await expect(liveTicket(false)).rejects.toMatchObject({ status: 429, retryAfter: 7 })
})
