import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storage } from '@/lib/storage'
import { person } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { restoreSession } from './restore-session'
import { connectSession, makeStore, SESSION_HINT } from './store'

const server = mockServer()
const clara = person('Clara', 'client')

beforeEach(() => storage.set(SESSION_HINT, '1'))
afterEach(() => localStorage.clear())

function start() {
  const store = makeStore()
  connectSession(store)
  restoreSession(store)
  return () => store.getState().session
}

test.each([
  ['no connection', () => HttpResponse.error(), 2],
  ['a failure of the server', () => HttpResponse.json({}, { status: 500 }), 2],
  ['too many at once', () => HttpResponse.json({}, { status: 429, headers: { 'Retry-After': '42' } }), 42],
])('%s signs nobody out: it is said when it is tried again', async (_, answer, seconds) => {
  server.use(http.post('*/v1/auth/refresh', answer))
  const session = start()
  await expect.poll(() => session().status).toBe('waiting')
  expect(session().retryIn).toBe(seconds)
  expect(storage.get(SESSION_HINT)).toBe('1')
})

test('once the connection is back, the person is there again, without doing anything', async () => {
  server.use(http.post('*/v1/auth/refresh', () => HttpResponse.error()))
  const session = start()
  await expect.poll(() => session().status).toBe('waiting')
  server.use(http.post('*/v1/auth/refresh', () => HttpResponse.json({ accessToken: 'a.b.c', user: clara })))
  window.dispatchEvent(new Event('online'))
  await expect.poll(() => session().status).toBe('signed-in')
})

test('a clear no signs out', async () => {
  server.use(http.post('*/v1/auth/refresh', () => HttpResponse.json({}, { status: 401 })))
  const session = start()
  await expect.poll(() => session().status).toBe('anonymous')
  expect(storage.get(SESSION_HINT)).toBeNull()
})
