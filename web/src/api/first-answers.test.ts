import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mockServer } from '@/testing/server'
import { accessToken } from './access-token'
import { resumeSession } from './first-answers'
import { http as client } from './http'

const server = mockServer()
const tokens = { accessToken: 'early', expiresIn: 900, user: { id: 'usr_1', roles: ['client'] } } as never

/** What was asked of the server itself. */
let asked: string[]

beforeEach(() => {
  asked = []
  server.use(
    http.post('*/v1/auth/refresh', () => {
      asked.push('refresh')
      return HttpResponse.json({ ...(tokens as object), accessToken: 'late' })
    }),
    http.get('*/v1/payments', () => {
      asked.push('payments')
      return HttpResponse.json({ items: ['late'] })
    }),
  )
})

afterEach(() => {
  accessToken.set(null)
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const early = (session: unknown, answer: unknown) => {
  window.proconnectFirst = {
    session: Promise.resolve(session as undefined),
    answers: { '/v1/payments?limit=20': Promise.resolve(answer) },
  }
}
const payments = async () => (await client.get('/payments', { params: { limit: 20 } })).data as unknown

test('what came ahead is used, and once', async () => {
  early(tokens, { items: ['early'] })
  await resumeSession()
  expect(accessToken.get()).toBe('early')
  expect(await payments()).toEqual({ items: ['early'] })
  expect(asked).toEqual([])
  expect(await payments()).toEqual({ items: ['late'] })
  expect(asked).toEqual(['payments'])
})

test('what did not come ahead is asked for', async () => {
  early(undefined, undefined)
  await resumeSession()
  expect(accessToken.get()).toBe('late')
  expect(await payments()).toEqual({ items: ['late'] })
  expect(asked).toEqual(['refresh', 'payments'])
})

test('another address has its own answer', async () => {
  early(tokens, { items: ['early'] })
  await resumeSession()
  expect((await client.get('/payments')).data).toEqual({ items: ['late'] })
})

test.each([
  [
    'the reader has done something',
    () => vi.stubGlobal('navigator', { ...navigator, userActivation: { hasBeenActive: true } }),
  ],
  ['ten seconds have passed', () => vi.spyOn(performance, 'now').mockReturnValue(10_001)],
])('nothing old is shown once %s', async (_, happens) => {
  early(tokens, { items: ['early'] })
  await resumeSession()
  happens()
  expect(await payments()).toEqual({ items: ['late'] })
})

test('a script that comes later than the client finds that it is too late', async () => {
  window.proconnectFirst = undefined
  Reflect.deleteProperty(window, 'proconnectFirst')
  await resumeSession()
  expect('proconnectFirst' in window).toBe(true)
})
