import { expect, test } from 'vitest'
import type { Task, User } from '@/api/types'
import { can } from './can'

const user = (id: string, ...roles: User['roles']) => ({ id, roles }) as User
const task = (change: Partial<Task> = {}) =>
  ({
    client: { id: 'usr_client' },
    status: 'open',
    deadline: '2027-01-01T00:00:00Z',
    viewerBidId: null,
    ...change,
  }) as Task
const now = Date.parse('2026-12-01T00:00:00Z')

test('who may bid', () => {
  const freelancer = user('usr_f', 'freelancer')
  expect(can.bid(task(), freelancer, now).allowed).toBe(true)
  for (const [subject, person] of [
    [task(), null],
    [task(), user('usr_client', 'client', 'freelancer')],
    [task(), user('usr_other', 'client')],
    [task({ viewerBidId: 'bid_1' }), freelancer],
    [task({ status: 'in_progress' }), freelancer],
    [task({ deadline: '2026-11-30T00:00:00Z' }), freelancer],
  ] as const) {
    const verdict = can.bid(subject, person, now)
    expect(verdict.allowed).toBe(false)
    if (!verdict.allowed) expect(verdict.reason).toMatch(/\.$/)
  }
})
