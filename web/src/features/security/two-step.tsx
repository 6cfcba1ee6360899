import { lazy, Suspense, useState } from 'react'
import type { User } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

const TwoStepDialog = lazy(() => import('./two-step-dialog'))

/** Two-step log-in: whether it is on, and the button to change that. */
export function TwoStep({ user }: { user: User }) {
  const [open, setOpen] = useState(false)
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-reading">
          Logging in asks for a code from an app on your phone as well as your password.
        </p>
        {user.totpEnabled ? (
          <Badge tone="success" icon="check">
            On
          </Badge>
        ) : (
          <Badge icon="circle">Off</Badge>
        )}
      </div>
      <Button variant="secondary" className="mt-4" onClick={() => setOpen(true)}>
        {user.totpEnabled ? 'Turn it off' : 'Turn it on'}
      </Button>
      {open && (
        <Suspense>
          <TwoStepDialog user={user} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Card>
  )
}
