/** Spans of time that people look at their money by. Days are of UTC, as the file has them. */
export const periods = ['month', 'lastMonth', 'year', 'lastYear'] as const

export type Period = (typeof periods)[number]

const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** The first and the last day of a period. */
export function daysOf(period: Period, now: Date): { from: string; to: string } {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  switch (period) {
    case 'month':
      return { from: day(year, month, 1), to: day(year, month + 1, 0) }
    case 'lastMonth':
      return { from: day(year, month - 1, 1), to: day(year, month, 0) }
    case 'year':
      return { from: day(year, 0, 1), to: day(year, 11, 31) }
    case 'lastYear':
      return { from: day(year - 1, 0, 1), to: day(year - 1, 11, 31) }
  }
}

export const isPeriod = (text: string | null): text is Period => periods.some((period) => period === text)
