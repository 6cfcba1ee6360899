import { expect, test } from 'vitest'
import { aPerson } from '@/testing/entities'
import { standing } from './standing'

const usd = (amount: number) => ({ amount, currency: 'usd' as const })

test.each([
  [{ tasksPosted: 1 }, 'New here'],
  [{ tasksPosted: 4 }, 'New here'],
  [{ tasksPosted: 30 }, 'No hire yet on 30 tasks'],
  [{ tasksPosted: 1, hires: 1 }, 'Hired on 1 of 1 task'],
  [{ tasksPosted: 4, hires: 1, paid: [usd(60_000)] }, 'Hired on 1 of 4 tasks · paid $600'],
  [
    { tasksPosted: 4, hires: 2, paid: [usd(60_050), { amount: 100, currency: 'eur' as const }] },
    'Hired on 2 of 4 tasks · paid $600.50 and €1',
  ],
  [{ hasLeft: true, tasksPosted: 4, hires: 1 }, 'Has left ProConnect'],
])('a client of %j reads %s', (change, text) => {
  expect(standing(aPerson('Clara', change), 'client')).toBe(text)
})

test.each([
  [0, 'New here'],
  [1, '1 contract completed'],
  [12, '12 contracts completed'],
])('a freelancer with %i contracts reads %s', (completedContracts, text) => {
  expect(standing(aPerson('Fiona', { completedContracts }), 'freelancer')).toBe(text)
})
