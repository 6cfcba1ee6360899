import type { Currency, CurrencyTotals, Payment, PaymentKind } from '@/api/types'
import type { View } from '@/lib/session-slice'

const net = (payment: Payment) => payment.amount.amount - (payment.fee?.amount ?? 0)

/** What is held (charges, less what goes back of them) or not there yet (transfers, after the fee), in one currency. */
export function waiting(payments: Payment[], kind: PaymentKind, currency: Currency): number {
  const waits = ({ status }: Payment) => (kind === 'charge' ? status === 'held' : status !== 'paid')
  const back = ({ milestoneId }: Payment) =>
    kind === 'charge'
      ? payments
          .filter((payment) => payment.kind === 'refund' && payment.milestoneId === milestoneId)
          .reduce((sum, payment) => sum + payment.amount.amount, 0)
      : 0
  return payments
    .filter((payment) => payment.kind === kind && payment.amount.currency === currency && waits(payment))
    .reduce((sum, payment) => sum + net(payment) - back(payment), 0)
}

/** The currencies in which a side has moved money, or is about to; the first one when it has in none. */
export function ofView(all: CurrencyTotals[], payments: Payment[], view: View): CurrencyTotals[] {
  const client = view === 'client'
  const isNew = ({ amount }: Payment) => !all.some(({ currency }) => currency === amount.currency)
  const fresh = new Set(payments.filter(isNew).map(({ amount }) => amount.currency))
  const used = [...all, ...[...fresh].map(nothing)].filter(
    ({ currency, spending, earnings }) =>
      (client ? spending : earnings).payments > 0 ||
      waiting(payments, client ? 'charge' : 'transfer', currency) > 0,
  )
  return used.length > 0 ? used : all.slice(0, 1)
}

/** Of a currency whose first payment is still on its way. */
function nothing(currency: Currency): CurrencyTotals {
  const sum = { total: { amount: 0, currency }, average: { amount: 0, currency }, payments: 0 }
  return { currency, earnings: sum, spending: sum, months: [] }
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
