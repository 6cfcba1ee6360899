import { span } from '@/lib/units'

/** Figures that more than one area needs. */

export const days = (count: number) => span(count, 'day')
export const perHour = (sum: string) => `${sum} per hour`
export const percent = (figure: number) => `${figure} %`
