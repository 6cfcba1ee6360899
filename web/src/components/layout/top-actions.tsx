import { lazy, Suspense, useState } from 'react'
import { paths } from '@/config/paths'
import { useSession, useView } from '@/lib/session'
import { Avatar } from '../ui/avatar'
import { ButtonLink } from '../ui/button'
import { Skeleton } from '../ui/skeleton'

const loadMenu = () => import('./account-menu')
const AccountMenu = lazy(loadMenu)

/** What the top bar offers: to sign in, or the one thing that a role does most, and the account. */
export function TopActions() {
  const { status, user } = useSession()
  const view = useView()
  if (status === 'restoring') return <Skeleton className="h-10 w-32" />
  if (!user) {
    return (
      <nav aria-label="Account" className="flex shrink-0 items-center gap-2">
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
    <div className="flex shrink-0 items-center gap-2">
      {view === 'client' ? (
        <ButtonLink to={paths.newTask()} size="sm" icon="plus">
          Post a task
        </ButtonLink>
      ) : (
        <ButtonLink to={paths.tasks()} variant="secondary" size="sm" icon="search">
          Browse tasks
        </ButtonLink>
      )}
      <Account name={user.name} />
    </div>
  )
}

/** The menu is fetched when somebody reaches for it: most visits never open it. */
function Account({ name }: { name: string }) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      aria-label={`Account of ${name}`}
      aria-haspopup="menu"
      aria-expanded={false}
      className="rounded-full"
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
    >
      <Avatar name={name} />
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  )
}
