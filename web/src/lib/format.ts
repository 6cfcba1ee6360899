import type { Budget, Currency, Money } from '@/api/types'
import { perHour } from '@/words/counts'
import { moneyLocale } from './locale'

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(currency: Currency, whole: boolean): Intl.NumberFormat {
  const key = `${currency}${whole}`
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.NumberFormat(moneyLocale, {
      style: 'currency',
      currency: currency.toUpperCase(),
      minimumFractionDigits: whole ? 0 : 2,
    })
    formatters.set(key, found)
  }
  return found
}

/** `$1,250.00`: exact, for sums that people pay or get. */
export function formatMoney({ amount, currency }: Money): string {
  return formatter(currency, false).format(amount / 100)
}

/** `$1,250`, with cents only where there are some: for ranges and overviews. */
export function formatMoneyShort({ amount, currency }: Money): string {
  return formatter(currency, amount % 100 === 0).format(amount / 100)
}

/** `$1,250`, `$12.3K`: at most seven characters, where there is no room for more. The exact sum stands beside it. */
export function formatMoneyRough({ amount, currency }: Money): string {
  const whole = Math.round(amount / 100) < 10_000
  return new Intl.NumberFormat(moneyLocale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    notation: whole ? 'standard' : 'compact',
    maximumFractionDigits: whole ? 0 : 1,
  }).format(amount / 100)
}

export function formatBudget({ type, min, max, currency }: Budget): string {
  const least = formatMoneyShort({ amount: min, currency })
  const most = formatMoneyShort({ amount: max, currency })
  const range = min === max ? least : `${least}–${most}`
  return type === 'hourly' ? perHour(range) : range
}

export const currencies: readonly Currency[] = ['usd', 'eur', 'gbp']

/** `USD ($)`, where one is chosen. */
export const currencyName = (currency: Currency) => `${currency.toUpperCase()} (${currencySymbol(currency)})`

export function currencySymbol(currency: Currency): string {
  return { usd: '$', eur: '€', gbp: '£' }[currency]
}
