import { lazy, type ReactNode, type RefObject, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { Participant, Room } from '@/api/types'
import { Icon, type IconName } from '@/components/ui/icon'
import { PersonPicture } from '@/components/ui/person-picture'
import { Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { PresenceDot, PresenceText } from './presence'
import { Sign } from './sign'
import * as words from './words'

const loadMenu = () => import('./room-menu')
const RoomMenu = lazy(loadMenu)

export const headButton =
  'grid size-10 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-sunken aria-pressed:bg-sunken aria-pressed:text-ink'

interface Props {
  room: Room | undefined
  other: Participant | undefined
  /** The page's own heading, or that of a panel beside it. */
  heading?: RefObject<HTMLHeadingElement | null>
  searching: boolean
  onSearch: () => void
  before?: ReactNode
  after?: ReactNode
}

/** With whom, about what, whether they are there, and what can be done. */
export function RoomHead({ room, other, heading, searching, onSearch, before, after }: Props) {
  const Heading = heading ? 'h1' : 'h2'
  const person = other?.person
  return (
    <header className="flex h-19 shrink-0 items-center gap-2 border-b border-line bg-surface px-3">
      {before}
      <span className="relative shrink-0">
        {person ? (
          <PersonPicture name={person.name} avatarId={person.avatarId} size="small" className="size-10" />
        ) : (
          <Skeleton className="size-10 rounded-full" />
        )}
        <PresenceDot seat={other} />
      </span>
      <div className="min-w-0 flex-1 px-1">
        <Heading ref={heading} tabIndex={-1} dir="auto" className="truncate text-left text-base font-bold">
          {person?.name ?? words.messages}
        </Heading>
        <p className="flex h-8 min-w-0 flex-col text-xs text-ink-muted">
          {room && (
            <Link to={paths.task(room.taskId)} dir="auto" className="truncate underline decoration-edge">
              {room.taskTitle}
            </Link>
          )}
          <span className="shrink-0 truncate">
            <PresenceText seat={other} withReplies />
          </span>
        </p>
      </div>
      {room && person ? (
        <>
          <HeadButton icon="search" label={words.searchHere} pressed={searching} onClick={onSearch} />
          <More room={room} person={person} />
        </>
      ) : (
        <span className="w-22 shrink-0" />
      )}
      {after}
    </header>
  )
}

interface ButtonProps {
  icon: IconName
  label: string
  pressed?: boolean
  onClick: () => void
}

export function HeadButton({ icon, label, pressed, onClick }: ButtonProps) {
  return (
    <button type="button" aria-label={label} aria-pressed={pressed} onClick={onClick} className={headButton}>
      <Icon name={icon} />
    </button>
  )
}

function More({ room, person }: { room: Room; person: Participant['person'] }) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      aria-label={words.moreActions}
      aria-haspopup="menu"
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
      className={headButton}
    >
      <Sign name="more" />
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <RoomMenu room={room} person={person} trigger={button} />
    </Suspense>
  )
}
