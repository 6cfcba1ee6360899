import { http, HttpResponse } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import { mockServer } from '@/testing/server'
import { accessToken } from './access-token'
import { http as client } from './http'
import { toProblem } from './problem'
import { refreshSession } from './refresh'
import { sessionEvents } from './session-events'

const server = mockServer()
const tokens = { accessToken: 'new', expiresIn: 900, user: { id: 'usr_1', roles: ['client'] } }

afterEach(() => {
  accessToken.set(null)
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a refused refresh ends the session, and the call is not made again', async () => {
  const ended = vi.spyOn(sessionEvents, 'ended')
  let calls = 0
  server.use(
    http.post('*/v1/auth/refresh', () =>
      HttpResponse.json({ code: 'invalid_refresh_token' }, { status: 401 }),
    ),
    http.get('*/v1/payments', () => {
      calls += 1
      return HttpResponse.json({ code: 'token_expired' }, { status: 401 })
    }),
  )
  accessToken.set('old')
  const problem = await client.get('/payments').catch(toProblem)
  expect(problem).toMatchObject({ status: 401, code: 'token_expired' })
  expect(calls).toBe(1)
  expect(ended).toHaveBeenCalledExactlyOnceWith('expired')
})

test('a lost connection does not end the session', async () => {
  const ended = vi.spyOn(sessionEvents, 'ended')
  server.use(http.post('*/v1/auth/refresh', () => HttpResponse.error()))
  accessToken.set('old')
  await expect(refreshSession()).rejects.toThrow()
  expect(ended).not.toHaveBeenCalled()
  expect(accessToken.get()).toBe('old')
})

test('tabs take turns by the browser’s lock', async () => {
  const request = vi.fn((_name: string, work: () => Promise<unknown>) => work())
  vi.stubGlobal('navigator', { ...navigator, locks: { request } })
  server.use(http.post('*/v1/auth/refresh', () => HttpResponse.json(tokens)))
  await Promise.all([refreshSession(), refreshSession()])
  expect(request).toHaveBeenCalledExactlyOnceWith('proconnect.refresh', expect.any(Function))
  expect(accessToken.get()).toBe('new')
})

test('a call refused with an older token is made again without another refresh', async () => {
  server.use(
    http.get('*/v1/payments', ({ request }) => {
      if (request.headers.get('authorization') === 'Bearer new') return HttpResponse.json({ items: [] })
      accessToken.set('new')
      return HttpResponse.json({ code: 'token_expired' }, { status: 401 })
    }),
  )
  accessToken.set('old')
  expect((await client.get('/payments')).status).toBe(200)
})
