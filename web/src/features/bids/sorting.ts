import type { Bid } from '@/api/types'

export type SortKey = 'name' | 'amount' | 'timelineDays' | 'milestones' | 'completed' | 'memberSince'
export interface Sorting {
  key: SortKey
  descending: boolean
}

const values: Record<SortKey, (bid: Bid) => string | number> = {
  name: (bid) => bid.freelancer.name.toLowerCase(),
  amount: (bid) => bid.amount.amount,
  timelineDays: (bid) => bid.timelineDays,
  milestones: (bid) => bid.milestones.length,
  completed: (bid) => bid.freelancer.completedContracts,
  memberSince: (bid) => bid.freelancer.memberSince,
}

/** Undecided bids first, in the wanted order; decided ones after them. */
export function sortBids(bids: Bid[], { key, descending }: Sorting): Bid[] {
  const open = (bid: Bid) => (bid.status === 'submitted' || bid.status === 'shortlisted' ? 0 : 1)
  const value = values[key]
  return [...bids].sort((a, b) => {
    if (open(a) !== open(b)) return open(a) - open(b)
    const [x, y] = [value(a), value(b)]
    const order = x < y ? -1 : x > y ? 1 : 0
    return descending ? -order : order
  })
}
