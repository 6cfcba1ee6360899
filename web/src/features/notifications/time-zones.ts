import { dateLocale } from '@/lib/locale'

/** The zone of this device, as the browser knows it. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Every zone that the browser knows, and those that somebody has chosen all the same. */
export function zones(...chosen: string[]): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return [...new Set(['UTC', ...known, ...chosen])].sort()
}

/** `14:05`: what a clock shows in a zone. */
export const timeIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat(dateLocale, { hour: '2-digit', minute: '2-digit', timeZone }).format(now)

/** `08:00`: an hour as clocks show it. */
export const hourName = (hour: number): string => timeIn('UTC', hour * 3_600_000)

/** `America/New York` */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ')
