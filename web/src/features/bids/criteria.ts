import type { Bid, Budget } from '@/api/types'
import { formatMoney } from '@/lib/format'
import { personal } from '@/lib/personal'
import { formatMonth } from '@/lib/time'
import * as common from '@/words/common'
import * as counts from '@/words/counts'
import type { SortKey } from './sorting'
import * as words from './compare-words'

export type CriterionKey = Exclude<SortKey, 'name'>

export interface Criterion {
  key: CriterionKey
  label: string
  /** How the order reads: ascending, descending. */
  orders: [string, string]
  text: (bid: Bid) => string
  /** Under the figure. */
  note?: (bid: Bid, budget: Budget) => string
}

function againstBudget({ amount }: Bid, { type, min, max }: Budget): string {
  if (type === 'hourly') return ''
  if (amount.amount < min) return words.belowBudget
  return amount.amount > max ? words.aboveBudget : words.withinBudget
}

/** What bids are compared by. */
export const criteria: Criterion[] = [
  {
    key: 'amount',
    label: words.price,
    orders: [words.lowestFirst, words.highestFirst],
    text: (bid) => formatMoney(bid.amount),
    note: againstBudget,
  },
  {
    key: 'timelineDays',
    label: words.time,
    orders: [words.shortestFirst, words.longestFirst],
    text: (bid) => counts.days(bid.timelineDays),
  },
  {
    key: 'milestones',
    label: common.milestones,
    orders: [words.fewestFirst, words.mostFirst],
    text: (bid) => String(Math.max(1, bid.milestones.length)),
  },
  {
    key: 'completed',
    label: words.contractsDone,
    orders: [words.fewestFirst, words.mostFirst],
    text: (bid) => String(bid.freelancer.completedContracts),
  },
  {
    key: 'memberSince',
    label: common.memberSince,
    orders: [words.longestFirst, words.newestFirst],
    text: (bid) => formatMonth(bid.freelancer.memberSince),
  },
]

const KEY = 'bid-columns'

/** Few at first: what somebody has done stands with their name. */
const FIRST: readonly string[] = ['amount', 'timelineDays', 'milestones']

/** What the reader chose to see, on this device. */
export function storedColumns(): CriterionKey[] {
  const stored = personal.box().get(KEY)
  const names = stored === null ? FIRST : stored.split(',')
  return criteria.map(({ key }) => key).filter((key) => names.includes(key))
}

export const storeColumns = (columns: CriterionKey[]) => personal.box().set(KEY, columns.join(','))

export function spokenOrder({ key, descending }: { key: SortKey; descending: boolean }): string {
  const found = criteria.find((criterion) => criterion.key === key)
  if (!found) return descending ? words.sortedFromZToA : words.sortedFromAToZ
  return words.sortedBy(found.label, found.orders[descending ? 1 : 0])
}
