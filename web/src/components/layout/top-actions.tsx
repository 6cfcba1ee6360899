import { lazy, Suspense } from 'react'
import { paths } from '@/config/paths'
import { useSession } from '@/lib/session'
import { ButtonLink } from '../ui/button'
import { Skeleton } from '../ui/skeleton'

const OwnActions = lazy(() => import('./own-actions'))

/** What the top bar offers: to sign in, or what belongs to the person who is. */
export function TopActions() {
  const { status, user } = useSession()
  const waiting = (
    <div className="flex shrink-0 justify-end md:w-56">
      <Skeleton className="h-10 w-32" />
    </div>
  )
  if (status === 'restoring' || status === 'waiting') return waiting
  if (!user) {
    return (
      <nav aria-label="Account" className="flex shrink-0 items-center gap-2 max-sm:gap-0.5">
        <ButtonLink to={paths.tasks()} variant="quiet" size="sm" className="max-sm:hidden">
          Find work
        </ButtonLink>
        <ButtonLink to={paths.freelancers()} variant="quiet" size="sm" className="max-md:hidden">
          Find talent
        </ButtonLink>
        <ButtonLink to={paths.login()} variant="quiet" size="sm">
          Log in
        </ButtonLink>
        <ButtonLink to={paths.register()} size="sm">
          Sign up
        </ButtonLink>
      </nav>
    )
  }
  return (
    <Suspense fallback={waiting}>
      <OwnActions />
    </Suspense>
  )
}
