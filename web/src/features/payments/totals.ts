import type { Currency, Payment } from '@/api/types'

export interface Totals {
  currency: Currency
  /** Charges: held. */
  held: number
  /** Transfers: not there yet. */
  onTheWay: number
  /** Charges released, or transfers paid (after the fee). */
  done: number
  /** How many are done. */
  count: number
}

const net = (payment: Payment) => payment.amount.amount - (payment.fee?.amount ?? 0)

/** Sums of one side's payments, one for each currency. */
export function totals(payments: Payment[], kind: 'charge' | 'transfer'): Totals[] {
  const sums = new Map<Currency, Totals>()
  for (const payment of payments.filter((payment) => payment.kind === kind)) {
    const { currency } = payment.amount
    const sum = sums.get(currency) ?? { currency, held: 0, onTheWay: 0, done: 0, count: 0 }
    if (payment.status === 'held') sum.held += net(payment)
    else if (payment.status === 'released' || payment.status === 'paid') {
      sum.done += net(payment)
      sum.count += 1
    } else sum.onTheWay += net(payment)
    sums.set(currency, sum)
  }
  return [...sums.values()]
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
