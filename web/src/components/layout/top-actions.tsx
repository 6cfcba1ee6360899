import { lazy, Suspense } from 'react'
import { paths } from '@/config/paths'
import { useSession } from '@/lib/session'
import * as common from '@/words/common'
import { ButtonLink } from '../ui/button'
import { Skeleton } from '../ui/skeleton'
import * as words from './words'

const OwnActions = lazy(() => import('./own-actions'))

/** What the top bar offers: to sign in, or what belongs to the person who is. */
export function TopActions() {
  const { status, user } = useSession()
  const waiting = (
    <div className="flex shrink-0 justify-end md:w-80">
      <Skeleton className="h-10 w-32" />
    </div>
  )
  if (status === 'restoring' || status === 'waiting') return waiting
  if (!user) {
    return (
      <nav aria-label={words.account} className="flex shrink-0 items-center gap-2 max-sm:gap-0.5">
        <ButtonLink to={paths.tasks()} variant="quiet" size="sm" className="max-sm:hidden">
          {common.findWork}
        </ButtonLink>
        <ButtonLink to={paths.freelancers()} variant="quiet" size="sm" className="max-md:hidden">
          {common.findTalent}
        </ButtonLink>
        <ButtonLink to={paths.login()} variant="quiet" size="sm">
          {common.logIn}
        </ButtonLink>
        <ButtonLink to={paths.register()} size="sm">
          {words.signUp}
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
