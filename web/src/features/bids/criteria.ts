import type { Bid, Budget } from '@/api/types'
import { formatMoney, plural } from '@/lib/format'
import { personal } from '@/lib/personal'
import { formatMonth } from '@/lib/time'
import type { SortKey } from './sorting'

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
  if (amount.amount < min) return 'below your budget'
  return amount.amount > max ? 'above your budget' : 'within your budget'
}

/** What bids are compared by. */
export const criteria: Criterion[] = [
  {
    key: 'amount',
    label: 'Price',
    orders: ['lowest first', 'highest first'],
    text: (bid) => formatMoney(bid.amount),
    note: againstBudget,
  },
  {
    key: 'timelineDays',
    label: 'Time',
    orders: ['shortest first', 'longest first'],
    text: (bid) => plural(bid.timelineDays, 'day'),
  },
  {
    key: 'milestones',
    label: 'Milestones',
    orders: ['fewest first', 'most first'],
    text: (bid) => String(Math.max(1, bid.milestones.length)),
  },
  {
    key: 'completed',
    label: 'Contracts done',
    orders: ['fewest first', 'most first'],
    text: (bid) => String(bid.freelancer.completedContracts),
  },
  {
    key: 'memberSince',
    label: 'Member since',
    orders: ['longest first', 'newest first'],
    text: (bid) => formatMonth(bid.freelancer.memberSince),
  },
]

const KEY = 'pinned-criteria'

export function storedPins(): CriterionKey[] {
  const stored = personal.box().get(KEY)
  const names = stored === null ? ['amount'] : stored.split(',')
  return criteria.map(({ key }) => key).filter((key) => names.includes(key))
}

export const storePins = (pins: CriterionKey[]) => personal.box().set(KEY, pins.join(','))

/** Pinned ones first, each group in its usual order. */
export function inOrder(pins: CriterionKey[]): Criterion[] {
  const pinned = (criterion: Criterion) => pins.includes(criterion.key)
  return [...criteria.filter(pinned), ...criteria.filter((criterion) => !pinned(criterion))]
}

export function spokenOrder({ key, descending }: { key: SortKey; descending: boolean }): string {
  const found = criteria.find((criterion) => criterion.key === key)
  if (!found) return `Sorted by name, ${descending ? 'from Z to A' : 'from A to Z'}.`
  return `Sorted by ${found.label.toLowerCase()}, ${found.orders[descending ? 1 : 0]}.`
}
