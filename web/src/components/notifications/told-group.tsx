import { useState } from 'react'
import { cx } from '@/lib/class-names'
import type { Told } from '@/api/types'
import { Icon } from '../ui/icon'
import { type Group, readByOpening, unreadOf } from './groups'
import { ToldEntry } from './told-entry'
import * as words from './words'

interface Props {
  group: Group
  now: number
  onRead: (ids: string[], said?: string) => void
  /** Somebody goes to what it is about. */
  onLeave?: () => void
}

/** What was told about one thing: the last of it, and what came before when it is asked for. */
export function ToldGroup({ group, now, onRead, onLeave }: Props) {
  const [open, setOpen] = useState(false)
  const { newest, earlier } = group
  const unread = unreadOf(earlier).length

  function leave(told: Told): void {
    const ids = readByOpening(told, group)
    if (ids.length > 0) onRead(ids)
    onLeave?.()
  }

  const entry = (told: Told, within = false) => (
    <ToldEntry
      told={told}
      now={now}
      within={within}
      onOpen={leave}
      onRead={({ id }) => onRead([id], words.isRead)}
    />
  )
  return (
    <>
      {entry(newest)}
      {earlier.length > 0 && (
        <button
          type="button"
          aria-expanded={open}
          className="ml-9 inline-flex min-h-9 items-center gap-1.5 rounded-md px-2 text-sm text-ink-muted hover:text-ink"
          onClick={() => setOpen(!open)}
        >
          <Icon name="chevron-down" className={cx('size-4', open && 'rotate-180')} />
          {unread > 0 ? words.earlierUnread(earlier.length, unread) : words.earlier(earlier.length)}
        </button>
      )}
      {open && (
        <ul className="ml-6 space-y-1 border-l border-line pl-2">
          {earlier.map((told) => (
            <li key={told.id}>{entry(told, true)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
