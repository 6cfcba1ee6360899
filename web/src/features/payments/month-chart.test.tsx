import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CurrencyTotals } from '@/api/types'
import { MonthChart } from './month-chart'

const usd = (amount: number) => ({ amount, currency: 'usd' as const })
const sum = { total: usd(0), average: usd(0), payments: 0 }

const totals = (...spent: number[]): CurrencyTotals => ({
  currency: 'usd',
  earnings: sum,
  spending: sum,
  months: spent.map((amount, place) => ({
    month: `2026-${String(place + 1).padStart(2, '0')}`,
    spent: amount,
    earned: 0,
  })),
})

test('all twelve months are there, with their exact sums', () => {
  render(<MonthChart totals={totals(1_234_567, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99)} view="client" />)
  const months = screen.getAllByRole('listitem')
  expect(months).toHaveLength(12)
  expect(months[0]).toHaveTextContent(/January 2026: .*\$12,345\.67/)
  expect(months[1]).toHaveTextContent(/February 2026: .*nothing/)
  expect(months[11]).toHaveTextContent(/\$0\.99/)
})

test('says what will be there', () => {
  const nothing = totals(...Array.from({ length: 12 }, () => 0))
  const { rerender } = render(<MonthChart totals={nothing} view="client" />)
  expect(screen.getByText('Nothing spent yet')).toBeInTheDocument()
  rerender(<MonthChart totals={nothing} view="freelancer" />)
  expect(screen.getByText('Nothing earned yet')).toBeInTheDocument()
})

test('while nothing is older than six months, six are enough', () => {
  render(<MonthChart totals={totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30_000, 20_000)} view="client" />)
  expect(screen.getAllByRole('listitem')).toHaveLength(6)
  expect(screen.getByText('This month: $100.00 less than in November')).toBeInTheDocument()
})

test('a first month is compared with nothing', () => {
  render(<MonthChart totals={totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20_000)} view="client" />)
  expect(screen.queryByText(/This month/)).toBeNull()
})
