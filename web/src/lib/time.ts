import { dateLocale } from './locale'
import * as words from './time-words'
import { ago, span } from './units'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const dateFormat = new Intl.DateTimeFormat(dateLocale, { day: 'numeric', month: 'short', year: 'numeric' })
const dateTimeFormat = new Intl.DateTimeFormat(dateLocale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const monthFormat = new Intl.DateTimeFormat(dateLocale, { month: 'long', year: 'numeric' })
const plainDateFormat = new Intl.DateTimeFormat(dateLocale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

const momentFormat = new Intl.DateTimeFormat(dateLocale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
})

export const formatDate = (time: string) => dateFormat.format(new Date(time))
export const formatDateTime = (time: string) => dateTimeFormat.format(new Date(time))
/** With the zone: for a moment at which something happens by itself. */
export const formatMoment = (time: string) => momentFormat.format(new Date(time))
export const formatMonth = (time: string) => monthFormat.format(new Date(time))

/** A calendar date such as `2026-12-01`, the same everywhere on earth. */
export const formatPlainDate = (date: string) => plainDateFormat.format(new Date(`${date}T00:00:00Z`))

/** `3 days 4 hours`, `25 minutes`: at most two units, rounded down. */
export function formatDuration(milliseconds: number): string {
  const total = Math.max(0, milliseconds)
  const days = Math.floor(total / DAY)
  const hours = Math.floor((total % DAY) / HOUR)
  const minutes = Math.floor((total % HOUR) / MINUTE)
  if (days >= 7 || (days > 0 && hours === 0)) return span(days, 'day')
  if (days > 0) return words.both(span(days, 'day'), span(hours, 'hour'))
  if (hours > 0)
    return minutes && hours < 6
      ? words.both(span(hours, 'hour'), span(minutes, 'minute'))
      : span(hours, 'hour')
  return minutes > 0 ? span(minutes, 'minute') : words.lessThanMinute
}

export function timeLeft(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now
  return left > 0 ? words.left(formatDuration(left)) : words.timeIsUp
}

/** `3 days late`; a task's deadline that passed a moment ago is just over. */
export function timeLate(dueAt: string, now: number): string {
  const late = now - Date.parse(dueAt)
  return late < HOUR ? words.timeIsUp : words.late(formatDuration(late))
}

export function timeAgo(time: string, now: number): string {
  const past = now - Date.parse(time)
  if (past < MINUTE) return words.justNow
  if (past > 30 * DAY) return words.on(formatDate(time))
  const days = Math.floor(past / DAY)
  if (days > 0) return ago(days, 'day')
  const hours = Math.floor(past / HOUR)
  return hours > 0 ? ago(hours, 'hour') : ago(Math.floor(past / MINUTE), 'minute')
}

/** `2026-12-01` of a local date. */
export function plainDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`
}

/** The day that is so many days after a moment, where the person is: days may have 23 or 25 hours. */
export function addDays(from: Date | number, days: number): string {
  const start = new Date(from)
  return plainDate(new Date(start.getFullYear(), start.getMonth(), start.getDate() + days))
}

/** Local midnight of `2026-12-01`. */
export function fromPlainDate(text: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : null
}

/** The last minute of a day where the person is, as a moment. */
export function endOfDay(text: string): string | null {
  const date = fromPlainDate(text)
  if (!date) return null
  date.setHours(23, 59, 0, 0)
  return date.toISOString()
}
