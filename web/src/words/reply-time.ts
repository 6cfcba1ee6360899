import { plural } from '@/lib/plural'

const HOUR = 60
const DAY = 24 * HOUR

const withinAnHour = 'replies within an hour'
const inHours = (hours: number) => `replies in ${hours} h`
const inDays = (days: number) => plural(days, { one: 'replies in a day', other: `replies in ${days} days` })

/** How soon somebody usually answers, in full hours or days: nobody waits longer than it says because of the rounding. */
export function repliesIn(minutes: number): string {
  if (minutes <= HOUR) return withinAnHour
  const hours = Math.ceil(minutes / HOUR)
  return hours < 24 ? inHours(hours) : inDays(Math.ceil(minutes / DAY))
}
