import { lazy, Suspense } from 'react'
import { paths } from '@/config/paths'
import { hasRole, useSession, useView } from '@/lib/session'
import { ButtonLink } from '../ui/button'
import { Skeleton } from '../ui/skeleton'

const AccountMenu = lazy(() => import('./account-menu'))

/** What the top bar offers: to sign in, or the one thing that a role does most, and the account. */
export function TopActions() {
  const { status, user } = useSession()
  const view = useView()
  if (status === 'restoring') return <Skeleton className="h-10 w-32" />
  if (!user) {
    return (
      <nav aria-label="Account" className="flex items-center gap-2">
        <ButtonLink to={paths.tasks()} variant="quiet" size="sm" className="max-sm:hidden">
          Browse tasks
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
    <div className="flex items-center gap-2">
      {view === 'client' && hasRole(user, 'client') ? (
        <ButtonLink to={paths.newTask()} size="sm" icon="plus">
          Post a task
        </ButtonLink>
      ) : (
        <ButtonLink to={paths.tasks()} variant="secondary" size="sm" icon="search">
          Browse tasks
        </ButtonLink>
      )}
      <Suspense fallback={<Skeleton className="size-10 rounded-full" />}>
        <AccountMenu />
      </Suspense>
    </div>
  )
}
