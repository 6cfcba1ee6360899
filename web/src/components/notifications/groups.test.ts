import { expect, test } from 'vitest'
import { aTold } from '@/testing/entities'
import { grouped, readByOpening } from './groups'

const contract = { type: 'contract' as const, id: 'ctr_1', title: 'Draw a logo' }

test('what is about one thing stands together, the newest thing first', () => {
  const groups = grouped([aTold(4), aTold(3, { thing: contract }), aTold(2), aTold(1, { thing: null })])
  expect(groups.map(({ newest, earlier }) => [newest.id, ...earlier.map(({ id }) => id)])).toEqual([
    ['ntf_4', 'ntf_2'],
    ['ntf_3'],
    ['ntf_1'],
  ])
})

test('opening one reads what came before it and leads to the same place, and no more', () => {
  const [group] = grouped([
    aTold(5),
    aTold(4),
    aTold(3, { path: '/tasks/tsk_1' }),
    aTold(2),
    aTold(1, { readAt: '2026-11-01T00:00:00Z' }),
  ])
  if (!group) throw new Error('There is one.')
  expect(readByOpening(group.newest, group)).toEqual(['ntf_5', 'ntf_4', 'ntf_2'])
  expect(readByOpening(group.earlier[0] ?? group.newest, group)).toEqual(['ntf_4', 'ntf_2'])
})
