import type { Currency, Payment } from '@/api/types'

export interface Month {
  /** `2026-11`. */
  month: string
  amount: number
}

const done = (payment: Payment) => payment.status === 'released' || payment.status === 'paid'
const net = (payment: Payment) => payment.amount.amount - (payment.fee?.amount ?? 0)

/** The currency that most payments of a side are in: a chart has one scale. */
export function mainCurrency(payments: Payment[], kind: 'charge' | 'transfer'): Currency {
  const counts = new Map<Currency, number>()
  for (const { kind: of, amount } of payments) {
    if (of === kind) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'usd'
}

/** What was spent or earned in each of the last six months, the current one last. */
export function lastMonths(
  payments: Payment[],
  kind: 'charge' | 'transfer',
  currency: Currency,
  now: Date,
): Month[] {
  const months = Array.from({ length: 6 }, (_none, place): Month => {
    const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 5 + place, 1))
    return { month: start.toISOString().slice(0, 7), amount: 0 }
  })
  for (const payment of payments) {
    if (payment.kind !== kind || payment.amount.currency !== currency || !done(payment)) continue
    const month = months.find((candidate) => candidate.month === payment.createdAt.slice(0, 7))
    if (month) month.amount += net(payment)
  }
  return months
}
