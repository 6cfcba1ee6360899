import { http as mock, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accessToken } from './access-token'
import { http } from './http'
import { toProblem } from './problem'

const server = setupServer()
beforeAll(() => server.listen())
afterEach(() => {
  server.resetHandlers()
  accessToken.set(null)
})
afterAll(() => server.close())

test('several refused calls refresh the session once, and are then made again', async () => {
  let refreshes = 0
  server.use(
    mock.post('*/v1/auth/refresh', () => {
      refreshes += 1
      return HttpResponse.json({
        accessToken: 'new',
        expiresIn: 900,
        user: { id: 'usr_1', roles: ['client'] },
      })
    }),
    mock.get('*/v1/payments', ({ request }) =>
      request.headers.get('authorization') === 'Bearer new'
        ? HttpResponse.json({ items: [] })
        : HttpResponse.json({ code: 'token_expired' }, { status: 401 }),
    ),
  )
  accessToken.set('old')
  const answers = await Promise.all([http.get('/payments'), http.get('/payments'), http.get('/payments')])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(refreshes).toBe(1)
})

test('a refusal becomes a problem with its fields', async () => {
  server.use(
    mock.post('*/v1/tasks', () =>
      HttpResponse.json(
        {
          title: 'Unprocessable',
          detail: 'Some fields are not valid.',
          code: 'invalid_fields',
          requestId: 'r1',
          errors: [{ pointer: '/title', code: 'too_short', message: 'Longer.' }],
        },
        { status: 422, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  )
  const problem = await http.post('/tasks', {}).catch(toProblem)
  expect(problem).toMatchObject({
    status: 422,
    code: 'invalid_fields',
    requestId: 'r1',
    errors: [{ pointer: '/title' }],
  })
})
