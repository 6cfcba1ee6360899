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
  [
    { tasksPosted: 4, hires: 1, paid: [usd(60_000)], replyMinutes: 180 },
    'Hired on 1 of 4 tasks · paid $600 · replies in 3 h',
  ],
  [{ replyMinutes: 5 }, 'New here · replies within an hour'],
  [{ hasLeft: true, tasksPosted: 4, hires: 1, replyMinutes: 5 }, 'Has left ProConnect'],
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

test.each([
  [0, 'replies within an hour'],
  [60, 'replies within an hour'],
  [61, 'replies in 2 h'],
  [180, 'replies in 3 h'],
  [22 * 60 + 1, 'replies in 23 h'],
  [23 * 60 + 1, 'replies in a day'],
  [24 * 60, 'replies in a day'],
  [24 * 60 + 1, 'replies in 2 days'],
  [7 * 24 * 60, 'replies in 7 days'],
])('somebody who answers after %i minutes %s', (replyMinutes, text) => {
  const line = standing(aPerson('Fiona', { completedContracts: 2, replyMinutes }), 'freelancer')
  expect(line).toBe(`2 contracts completed · ${text}`)
})
