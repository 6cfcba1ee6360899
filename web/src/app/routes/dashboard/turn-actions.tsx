import { lazy, Suspense, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import type { Turn } from './turns'

const loadDialog = () => import('@/features/contracts/turn-dialog')
const TurnDialog = lazy(loadDialog)

const labels = { approve: 'Approve and pay', revise: 'Request changes', submit: 'Submit work' } as const

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
          {labels[step]}
          <span className="sr-only">
            : <bdi>{turn.title}</bdi>
          </span>
        </Button>
      ))}
      <ButtonLink
        to={turn.to}
        variant={turn.steps.length > 0 ? 'quiet' : turn.mine ? 'primary' : 'secondary'}
        size="sm"
      >
        {turn.action}
        <span className="sr-only">
          : <bdi>{turn.title}</bdi>
        </span>
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
