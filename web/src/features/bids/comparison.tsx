import { type ReactNode, useState } from 'react'
import type { Bid, Budget } from '@/api/types'
import { announce } from '@/components/ui/announcer'
import { BidCards } from './bid-cards'
import { BidTable } from './bid-table'
import { type CriterionKey, inOrder, spokenOrder, storedPins, storePins } from './criteria'
import { Pins } from './pins'
import { type Sorting, sortBids } from './sorting'

interface Props {
  bids: Bid[]
  budget: Budget
  actions: (bid: Bid) => ReactNode
}

/** A table to sort and compare from 1280 px on, where all of it fits; cards to swipe through below. Pins keep what matters in view. */
export function Comparison({ bids, budget, actions }: Props) {
  const [sorting, setSorting] = useState<Sorting>({ key: 'amount', descending: false })
  const [pins, setPins] = useState<CriterionKey[]>(storedPins)
  const shown = { bids: sortBids(bids, sorting), budget, criteria: inOrder(pins), pins, sorting, actions }

  function sort(next: Sorting): void {
    setSorting(next)
    announce(spokenOrder(next))
  }

  function pin(next: CriterionKey[]): void {
    setPins(next)
    storePins(next)
  }

  return (
    <>
      <Pins pins={pins} onChange={pin} />
      <BidTable {...shown} onSort={sort} />
      <BidCards {...shown} onSort={sort} />
    </>
  )
}
