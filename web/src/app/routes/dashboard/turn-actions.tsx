import { lazy, Suspense, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { spoken } from '@/components/ui/spoken'
import type { Turn } from './turns'
import * as words from './words'

const loadDialog = () => import('@/features/contracts/turn-dialog')
const TurnDialog = lazy(loadDialog)

const labels = {
  approve: words.approveAndPay,
  revise: words.requestChanges,
  submit: words.submitWork,
} as const

/** What can be done about a turn, right on its card; otherwise the way to where it is done. */
export function TurnActions({ turn }: { turn: Turn }) {
  const [open, setOpen] = useState<keyof typeof labels | null>(null)
  return (
    <div className="flex flex-wrap gap-2">
      {turn.steps.map((step, place) => (
        <Button
          key={step}
          size="sm"
          variant={place === 0 ? 'primary' : 'secondary'}
          onPointerEnter={() => void loadDialog()}
          onFocus={() => void loadDialog()}
          onClick={() => setOpen(step)}
        >
          {words.actionOn(labels[step], spoken, <bdi>{turn.title}</bdi>)}
        </Button>
      ))}
      <ButtonLink
        to={turn.to}
        variant={turn.steps.length > 0 ? 'quiet' : turn.mine ? 'primary' : 'secondary'}
        size="sm"
      >
        {words.actionOn(turn.action, spoken, <bdi>{turn.title}</bdi>)}
      </ButtonLink>
      {open && turn.clock && (
        <Suspense>
          <TurnDialog
            contractId={turn.id}
            dueAt={turn.clock.dueAt}
            step={open}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </div>
  )
}
