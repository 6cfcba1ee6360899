import { lazy, Suspense, useState } from 'react'
import { paths } from '@/config/paths'
import { hasRole, useUser, useView } from '@/lib/session'
import { ButtonLink } from '../ui/button'
import { PersonPicture } from '../ui/person-picture'

const loadMenu = () => import('./account-menu')
const AccountMenu = lazy(loadMenu)

/** In the top bar of somebody who is signed in: the one thing that a role does most, and the account. */
export default function OwnActions() {
  const user = useUser()
  const view = useView()
  if (!user) return null
  return (
    <div className="flex shrink-0 items-center justify-end gap-2 md:w-56">
      {view === 'client' && hasRole(user, 'client') ? (
        <ButtonLink to={paths.newTask()} size="sm" icon="plus">
          Post a task
        </ButtonLink>
      ) : (
        <ButtonLink to={paths.tasks()} variant="secondary" size="sm" icon="search">
          Find work
        </ButtonLink>
      )}
      <Account name={user.name} avatarId={user.avatarId} />
    </div>
  )
}

/** The menu is fetched when somebody reaches for it: most visits never open it. */
function Account({ name, avatarId }: { name: string; avatarId: string | null }) {
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
      <PersonPicture name={name} avatarId={avatarId} size="small" />
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  )
}
