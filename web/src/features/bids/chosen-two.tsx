import { lazy, Suspense, useState } from 'react'
import type { Bid, Budget, Person } from '@/api/types'
import { Checkbox } from '@/components/form/checkbox'
import { spoken } from '@/components/ui/spoken'
import { Button } from '@/components/ui/button'
import * as compare from './compare-words'

const SideBySide = lazy(() => import('./side-by-side'))

interface ChoiceProps {
  bid: Bid
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/** Puts a bid beside another; a third takes the place of the first. */
export function ChooseBid({ bid, chosen, onChange }: ChoiceProps) {
  const others = chosen.filter((id) => id !== bid.id)
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2 text-sm">
      <Checkbox
        checked={chosen.includes(bid.id)}
        onChange={(event) => onChange(event.target.checked ? [...others, bid.id].slice(-2) : others)}
      />
      <span>{compare.putBeside(spoken, <bdi>{bid.freelancer.name}</bdi>)}</span>
    </label>
  )
}

interface Props {
  bids: Bid[]
  budget: Budget
  onOpen: (person: Person) => void
}

/** Once two are chosen: the way to see them side by side, in reach wherever the list was scrolled to. */
export function ChosenTwo({ bids: [one, two], budget, onOpen }: Props) {
  const [open, setOpen] = useState(false)
  if (!one) return null
  return (
    <div className="sticky bottom-20 z-20 mt-4 flex flex-wrap items-center justify-between gap-3 rounded-card border border-edge bg-raised p-3 pl-4 shadow-raised md:bottom-4">
      <p className="text-sm" aria-live="polite">
        {two
          ? compare.twoChosen(<bdi>{one.freelancer.name}</bdi>, <bdi>{two.freelancer.name}</bdi>)
          : compare.oneChosen(<bdi>{one.freelancer.name}</bdi>)}
      </p>
      {two && (
        <Button size="sm" onClick={() => setOpen(true)}>
          {compare.sideBySide}
        </Button>
      )}
      {two && open && (
        <Suspense>
          <SideBySide bids={[one, two]} budget={budget} onOpen={onOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
