import { expect, expectTypeOf, test } from 'vitest'
import { get, pages, patch, post } from './endpoint'
import type { Contract, Me, Page, Task, TaskCard } from './types'

test('a call has the address of the contract, with its ids filled in', () => {
  const accept = post('/v1/bids/{bidId}/accept', (bidId: string) => ({
    path: { bidId },
    idempotencyKey: 'k',
  }))
  expect(accept.query('bid_1')).toEqual({
    url: '/bids/bid_1/accept',
    method: 'POST',
    body: {},
    idempotencyKey: 'k',
    params: undefined,
  })
  expect(get('/v1/users/me').query()).toMatchObject({ url: '/users/me', method: 'GET', body: undefined })
})

test('a list asks for the page after its cursor, beside what it filters by', () => {
  const search = pages('/v1/tasks', (q: string) => ({ query: { q } }))
  expect(search.query({ queryArg: 'logo', pageParam: 'c2' }).params).toEqual({ q: 'logo', cursor: 'c2' })
  const { getNextPageParam } = search.infiniteQueryOptions
  expect(getNextPageParam({ items: [], nextCursor: 'c3' })).toBe('c3')
  expect(getNextPageParam({ items: [], nextCursor: null })).toBeUndefined()
})

test('answers have the types of the contract', () => {
  const answer = <T>(endpoint: { transformResponse?: (answer: T) => T }) => endpoint as { answer?: T }
  const task = answer(get('/v1/tasks/{taskId}', (taskId: string) => ({ path: { taskId } })))
  expectTypeOf(task.answer).toEqualTypeOf<Task | undefined>()
  expectTypeOf(answer(get('/v1/users/me')).answer).toExtend<Me | undefined>()
  const { getNextPageParam } = pages('/v1/tasks/mine').infiniteQueryOptions
  expectTypeOf(getNextPageParam).parameter(0).toEqualTypeOf<Page<TaskCard>>()
  expectTypeOf(
    answer(post('/v1/bids/{bidId}/accept', (bidId: string) => ({ path: { bidId }, idempotencyKey: 'k' })))
      .answer,
  ).toEqualTypeOf<Contract | undefined>()
})

// Checked by `tsc`: each of these lines has to be an error.
test('what the contract does not know is refused by the compiler', () => {
  // @ts-expect-error -- no such path
  get('/v1/task/{taskId}', (taskId: string) => ({ path: { taskId } }))
  // @ts-expect-error -- not by this method
  post('/v1/users/me', (body: object) => ({ body }))
  // @ts-expect-error -- the id is missing
  get('/v1/tasks/{taskId}', () => ({}))
  // @ts-expect-error -- no such filter
  pages('/v1/tasks', (query: { colour: string }) => ({ query }))
  // @ts-expect-error -- no such field
  patch('/v1/users/me', () => ({ body: { shoeSize: 43 } }))
  // @ts-expect-error -- this one replays no answer
  post('/v1/milestones/{milestoneId}/approve', () => ({ path: { milestoneId: 'm' }, idempotencyKey: 'k' }))
  expect.assertions(0)
})
