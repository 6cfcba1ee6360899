import { type ComponentType, type ReactNode, Suspense, useState } from 'react'
import type { Bid, Budget, Person } from '@/api/types'
import { announce } from '@/components/ui/announcer'
import { BidCards } from './bid-cards'
import { BidTable } from './bid-table'
import { ChosenTwo } from './chosen-two'
import { Chip } from './chip'
import { Columns } from './columns'
import * as compare from './compare-words'
import { criteria, type CriterionKey, spokenOrder, storeColumns, storedColumns } from './criteria'
import { type Sorting, sortBids } from './sorting'

interface Props {
  bids: Bid[]
  budget: Budget
  actions: (bid: Bid) => ReactNode
  /** Shows somebody’s profile beside it. */
  Profile: ComponentType<{ person: Person; onClose: () => void }>
}

/**
 * A table to sort and compare from 1280 px on, where all of it fits; cards to swipe through below. The reader chooses what
 * to compare by, puts two side by side, and looks at a profile without leaving.
 */
export function Comparison({ bids, budget, actions, Profile }: Props) {
  const [sorting, setSorting] = useState<Sorting>({ key: 'amount', descending: false })
  const [columns, setColumns] = useState<CriterionKey[]>(storedColumns)
  const [chosen, setChosen] = useState<string[]>([])
  // Those that were on the shortlist when the rest was hidden: who is taken off stays in reach.
  const [only, setOnly] = useState<string[] | null>(null)
  const [looking, setLooking] = useState<Person | null>(null)

  function sort(next: Sorting): void {
    setSorting(next)
    announce(spokenOrder(next))
  }

  function show(next: CriterionKey[]): void {
    setColumns(next)
    storeColumns(next)
  }

  const several = bids.length > 1
  const listed = bids.filter(({ status }) => status === 'shortlisted').map(({ id }) => id)
  const shown = only ? bids.filter(({ id }) => only.includes(id)) : bids

  function filter(): void {
    setOnly(only ? null : listed)
    announce(compare.shownOf(only ? bids.length : listed.length, bids.length))
  }

  const view = {
    bids: sortBids(shown, sorting),
    budget,
    several,
    // One alone says all: the choice is made where there is something to compare.
    criteria: several ? criteria.filter(({ key }) => columns.includes(key)) : criteria,
    sorting,
    onSort: sort,
    chosen,
    onChoose: setChosen,
    onOpen: setLooking,
    actions,
  }
  const two = chosen.map((id) => bids.find((bid) => bid.id === id)).filter((bid) => bid !== undefined)
  return (
    <>
      {several && (
        <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
          <Columns shown={columns} onChange={show} />
          {(only || listed.length > 0) && (
            <Chip checked={only !== null} onChange={filter}>
              {compare.onlyShortlisted(listed.length)}
            </Chip>
          )}
        </div>
      )}
      <BidTable {...view} />
      <BidCards {...view} />
      <ChosenTwo bids={two} budget={budget} onOpen={setLooking} />
      {looking && (
        <Suspense>
          <Profile person={looking} onClose={() => setLooking(null)} />
        </Suspense>
      )}
    </>
  )
}
