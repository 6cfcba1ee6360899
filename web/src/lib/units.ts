import { dateLocale } from './locale'

type Unit = 'day' | 'hour' | 'minute' | 'second'

/** `1 day`, `3 days`: the browser knows the words of every language, and their forms. */
export const span = (value: number, unit: Unit): string =>
  new Intl.NumberFormat(dateLocale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)

/** `3 days ago` */
export const ago = (value: number, unit: Unit): string =>
  new Intl.RelativeTimeFormat(dateLocale).format(-value, unit)
