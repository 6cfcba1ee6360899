import type { Currency, Payment } from '@/api/types'

const net = (payment: Payment) => payment.amount.amount - (payment.fee?.amount ?? 0)

/** What is held (charges) or not there yet (transfers, after the fee), in one currency. */
export function waiting(payments: Payment[], kind: 'charge' | 'transfer', currency: Currency): number {
  const done = (payment: Payment) => payment.status === 'released' || payment.status === 'paid'
  return payments
    .filter((payment) => payment.kind === kind && payment.amount.currency === currency && !done(payment))
    .reduce((sum, payment) => sum + net(payment), 0)
}

/** Payments by the month they began in, newest first. */
export function byMonth(payments: Payment[]): { month: string; payments: Payment[] }[] {
  const months = new Map<string, Payment[]>()
  for (const payment of payments) {
    const month = payment.createdAt.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), payment])
  }
  return [...months]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([month, list]) => ({ month, payments: list }))
}
