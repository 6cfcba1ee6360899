import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import type { Room } from '@/api/types'
import { PersonPicture } from '@/components/ui/person-picture'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import { upTo99 } from '@/lib/unread'
import { useNow } from '@/lib/use-now'
import { PresenceDot } from './presence'
import { otherSeat } from './state/rooms'
import { shortTime } from './view/days'
import * as words from './words'

/** A room in the list: with whom, about what, and what was said last. */
export function RoomLine({ room, ownId }: { room: Room; ownId: string }) {
  const now = useNow()
  const other = otherSeat(room, ownId)
  if (!other) return null
  const { name, avatarId } = other.person
  const isNew = room.unreadCount > 0
  return (
    <NavLink
      to={paths.room(room.id)}
      className={({ isActive }) =>
        cx(
          'flex min-h-20 items-start gap-3 px-4 py-3 -outline-offset-2',
          isActive ? 'chosen bg-accent-soft' : 'hover:bg-sunken',
        )
      }
    >
      <span className="relative shrink-0">
        <PersonPicture name={name} avatarId={avatarId} size="small" className="size-11" />
        <PresenceDot seat={other} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <bdi className={cx('truncate', isNew ? 'font-bold' : 'font-semibold')}>{name}</bdi>
          <time
            dateTime={room.lastMessage?.sentAt ?? room.createdAt}
            className="tabular shrink-0 text-xs text-ink-muted"
          >
            {shortTime(room.lastMessage?.sentAt ?? room.createdAt, now)}
          </time>
        </span>
        <span dir="auto" className="block truncate text-left text-sm text-ink-muted">
          {room.taskTitle}
        </span>
        <span className="flex items-baseline justify-between gap-2">
          <span
            dir="auto"
            className={cx('min-w-0 truncate text-left text-sm', isNew ? 'font-semibold' : 'text-ink-muted')}
          >
            <LastSaid room={room} ownId={ownId} />
          </span>
          {isNew && (
            <span className="tabular shrink-0 rounded-full bg-accent px-2 py-0.5 text-xs font-bold text-on-accent">
              <span aria-hidden="true">{upTo99(room.unreadCount)}</span>
              <span className="sr-only">{words.unreadCount(room.unreadCount)}</span>
            </span>
          )}
        </span>
      </span>
    </NavLink>
  )
}

function LastSaid({ room: { lastMessage }, ownId }: { room: Room; ownId: string }): ReactNode {
  if (!lastMessage) return words.nothingSaid
  if (lastMessage.isDeleted) return words.messageDeleted
  const text = lastMessage.text || words.filesOnly(lastMessage.fileCount)
  return lastMessage.senderId === ownId ? words.youSaid(<bdi>{text}</bdi>) : text
}
