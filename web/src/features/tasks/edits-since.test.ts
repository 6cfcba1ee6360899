import { expect, test } from 'vitest'
import type { Task, TaskEdit } from '@/api/types'
import { editsSince } from './edits-since'

const budget = (max: number) => ({ type: 'fixed' as const, min: 100, max, currency: 'usd' as const })
const raised = (before: number, after: number): TaskEdit => ({
  field: 'budget',
  before: budget(before),
  after: budget(after),
})
const text = (rewritten: boolean): TaskEdit => ({ field: 'description', rewritten })
const change = (version: number, ...edits: TaskEdit[]): Task['changes'][number] => ({
  version,
  at: '2026-11-03T00:00:00Z',
  edits,
})

test('what is changed there and back has not changed, as the server has it', () => {
  const changes = [
    change(2, raised(500, 250)),
    change(3, raised(250, 400), text(false)),
    change(4, raised(400, 500), text(true)),
  ]
  expect(editsSince(changes, 1)).toEqual([text(true)])
  expect(editsSince(changes, 2)).toEqual([raised(250, 500), text(true)])
  expect(editsSince(changes, 3)).toEqual([raised(400, 500), text(true)])
  expect(editsSince(changes, 4)).toEqual([])
})
