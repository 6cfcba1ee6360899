import { plural } from '@/lib/plural'

/** Counts of things that more than one area needs. */

export const bids = (count: number) => plural(count, { one: '1 bid', other: `${count} bids` })

/** Leads a client to the bids on their task; with one there is nothing to compare. */
export const seeBids = (count: number) =>
  plural(count, { one: 'See the bid', other: `Compare ${count} bids` })

export const contractsCompleted = (count: number) =>
  plural(count, { one: '1 contract completed', other: `${count} contracts completed` })
