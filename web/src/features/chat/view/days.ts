import { dateLocale } from '@/lib/locale'
import * as words from '../talk-words'

const clock = new Intl.DateTimeFormat(dateLocale, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(dateLocale, { weekday: 'long', day: 'numeric', month: 'long' })
const longAgo = new Intl.DateTimeFormat(dateLocale, { day: 'numeric', month: 'long', year: 'numeric' })
const short = new Intl.DateTimeFormat(dateLocale, { day: 'numeric', month: 'short' })

const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0)

/** How many calendar days ago, where the reader is: days may have 23 or 25 hours. */
const daysAgo = (time: string, now: number) =>
  Math.round((midnight(now) - midnight(Date.parse(time))) / 86_400_000)

export const clockTime = (time: string) => clock.format(new Date(time))

/** `Today`, `Yesterday`, `Monday, 23 November`; with its year where that is another. */
export function dayName(time: string, now: number): string {
  const ago = daysAgo(time, now)
  if (ago === 0) return words.today
  if (ago === 1) return words.yesterday
  const date = new Date(time)
  return (date.getFullYear() === new Date(now).getFullYear() ? day : longAgo).format(date)
}

/** For a list: the time today, `Yesterday`, then the date. */
export function shortTime(time: string, now: number): string {
  const ago = daysAgo(time, now)
  if (ago === 0) return clockTime(time)
  return ago === 1 ? words.yesterday : short.format(new Date(time))
}
