import { expect, test } from 'vitest'
import { aTask } from '@/testing/entities'
import { changesOf, merge, mergeFiles, valuesOf } from './task-values'

const before = valuesOf(aTask())

test('only what was changed is sent', () => {
  expect(changesOf(before, before)).toEqual({})
  expect(changesOf({ ...before, title: 'Draw a sign', location: 'Bremen' }, before)).toEqual({
    title: 'Draw a sign',
    location: 'Bremen',
  })
  expect(changesOf({ ...before, max: '99.50', min: '50' }, before)).toEqual({
    budget: { type: 'fixed', min: 5_000, max: 9_950, currency: 'usd' },
  })
  expect(changesOf({ ...valuesOf(aTask({ location: 'Bremen' })), location: '' }, before)).toEqual({})
})

test('a task comes back from its form as it was', () => {
  const task = aTask({ budget: { type: 'hourly', min: 1_050, max: 20_000, currency: 'eur' } })
  const values = valuesOf(task)
  expect([values.min, values.max]).toEqual(['10.50', '200'])
  expect(changesOf({ ...values, min: '10,50' }, values).budget).toEqual(task.budget)
})

test('what two windows have both changed is asked about, and the rest goes together', () => {
  const mine = { ...before, title: 'Mine', skills: ['Print'] }
  const theirs = { ...before, title: 'Theirs', location: 'Bremen' }
  expect(merge(mine, before, theirs)).toEqual({
    clashes: [{ field: 'title', theirs: 'Theirs' }],
    taken: ['location'],
  })
  expect(merge({ ...before, title: 'Theirs' }, before, theirs).clashes).toEqual([])
})

test('a file that another window has added stays, and one that either took away goes', () => {
  const file = (id: string) => ({ id, name: id, size: 1, contentType: 'image/png', hasPreview: false })
  const [a, b, c] = [file('a'), file('b'), file('c')]
  expect(mergeFiles([a], [a, b], [a, b, c])).toEqual([a, c])
  expect(mergeFiles([a, b], [a, b], [b, c])).toEqual([b, c])
  expect(mergeFiles([a, b], [a, b], [a, b])).toEqual([a, b])
})
