import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '@/config/paths'
import { hasRole, useUser, useView } from '@/lib/session'
import * as common from '@/words/common'
import { ButtonLink } from '../ui/button'
import { Icon } from '../ui/icon'
import { PersonPicture } from '../ui/person-picture'
import { accountOf } from './account-words'
import { Bell } from './bell'
import { CountBadge, CountSpoken } from './count-badge'
import * as words from './words'

const loadMenu = () => import('./account-menu')
const AccountMenu = lazy(loadMenu)

/** In the top bar of somebody who is signed in: the one thing that a role does most, and the account. */
export default function OwnActions() {
  const user = useUser()
  const view = useView()
  if (!user) return null
  return (
    <div className="flex shrink-0 items-center justify-end gap-2 md:w-80">
      {view === 'client' && hasRole(user, 'client') ? (
        <ButtonLink to={paths.newTask()} size="sm" icon="plus">
          {common.postTask}
        </ButtonLink>
      ) : (
        <ButtonLink to={paths.tasks()} variant="secondary" size="sm" icon="search">
          {common.findWork}
        </ButtonLink>
      )}
      <MessagesLink />
      <Bell />
      <Account name={user.name} avatarId={user.avatarId} />
    </div>
  )
}

/** Phones have it among their tabs. */
function MessagesLink() {
  return (
    <Link
      to={paths.messages()}
      className="relative grid size-10 place-items-center rounded-md text-ink-muted hover:bg-sunken max-sm:hidden"
    >
      <Icon name="messages" />
      <CountBadge of="messages" className="top-0.5 left-5" />
      <span className="sr-only">{words.messages}</span>
      <CountSpoken of="messages" />
    </Link>
  )
}

/** The menu is fetched when somebody reaches for it: most visits never open it. */
function Account({ name, avatarId }: { name: string; avatarId: string | null }) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      aria-label={accountOf(name)}
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
