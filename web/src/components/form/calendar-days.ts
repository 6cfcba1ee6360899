import { plainDate } from '@/lib/time'

/** The six weeks that show a month, Monday first, as `2026-12-01`. */
export function weeksOf(year: number, month: number): string[][] {
  const first = new Date(year, month, 1)
  const offset = (first.getDay() + 6) % 7
  return Array.from({ length: 6 }, (_week, week) =>
    Array.from({ length: 7 }, (_day, day) => plainDate(new Date(year, month, 1 - offset + week * 7 + day))),
  )
}

/** Where an arrow key leads from a day; null for keys that mean nothing here. */
export function moveDay(from: Date, key: string, shift: boolean): Date | null {
  const [year, month, day] = [from.getFullYear(), from.getMonth(), from.getDate()]
  const weekday = (from.getDay() + 6) % 7
  const sameDay = (y: number, m: number) => new Date(y, m, Math.min(day, new Date(y, m + 1, 0).getDate()))
  switch (key) {
    case 'ArrowLeft':
      return new Date(year, month, day - 1)
    case 'ArrowRight':
      return new Date(year, month, day + 1)
    case 'ArrowUp':
      return new Date(year, month, day - 7)
    case 'ArrowDown':
      return new Date(year, month, day + 7)
    case 'Home':
      return new Date(year, month, day - weekday)
    case 'End':
      return new Date(year, month, day + 6 - weekday)
    case 'PageUp':
      return shift ? sameDay(year - 1, month) : sameDay(year, month - 1)
    case 'PageDown':
      return shift ? sameDay(year + 1, month) : sameDay(year, month + 1)
    default:
      return null
  }
}
