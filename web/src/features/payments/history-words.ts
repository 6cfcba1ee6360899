import { plural } from '@/lib/plural'

export const history = 'History'
export const state = 'State'
export const anyState = 'Any state'
export const period = 'Period'
export const allTime = 'All time'
export const periods = {
  month: 'This month',
  lastMonth: 'Last month',
  year: 'This year',
  lastYear: 'Last year',
}
export const download = 'Download as CSV'
export const statement = (year: number) => `Statement ${year} as PDF`
export const nothingFits = 'No payment fits'
export const nothingFitsNext = 'Choose another state or period.'
export const loadingPayments = 'Loading the payments'
export const found = (count: number) => plural(count, { one: '1 payment', other: `${count} payments` })
