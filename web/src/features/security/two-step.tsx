import { lazy, Suspense, useState } from 'react'
import type { User } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import * as words from './words'

const TwoStepDialog = lazy(() => import('./two-step-dialog'))

/** Two-step log-in: whether it is on, and the button to change that. */
export function TwoStep({ user }: { user: User }) {
  const [open, setOpen] = useState(false)
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-reading">{words.twoStepText}</p>
        {user.totpEnabled ? (
          <Badge tone="success" icon="check">
            {words.on}
          </Badge>
        ) : (
          <Badge icon="circle">{words.off}</Badge>
        )}
      </div>
      <Button variant="secondary" className="mt-4" onClick={() => setOpen(true)}>
        {user.totpEnabled ? words.turnOff : words.turnOn}
      </Button>
      {open && (
        <Suspense>
          <TwoStepDialog user={user} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Card>
  )
}
