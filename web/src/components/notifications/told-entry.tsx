import { Link } from 'react-router'
import type { Told } from '@/api/types'
import { cx } from '@/lib/class-names'
import { formatDateTime, timeAgo } from '@/lib/time'
import { Icon } from '../ui/icon'
import { spoken } from '../ui/spoken'
import { aboutOf } from './categories'
import { ownPath } from './own-path'
import * as words from './words'

interface Props {
  told: Told
  now: number
  /** It is about the same as the one above it. */
  within?: boolean
  onOpen: (told: Told) => void
  onRead: (told: Told) => void
}

/** The button goes when it was pressed: reading goes on at what it stood beside. */
function stay(button: HTMLElement): void {
  button.closest('[data-item]')?.querySelector<HTMLElement>('[data-text]')?.focus()
}

/** One thing that somebody was told. The whole of it leads to what it is about. */
export function ToldEntry({ told, now, within, onOpen, onRead }: Props) {
  const unread = told.readAt === null
  return (
    <div
      data-item
      className={cx(
        'relative flex items-start gap-3 rounded-md p-3',
        unread ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <Icon name={aboutOf(told.category).icon} className="mt-0.5 text-ink-muted" />
      <div className="min-w-0 flex-1">
        {!within && told.thing?.title && (
          <p dir="auto" className="truncate text-xs text-ink-muted">
            {told.thing.title}
          </p>
        )}
        <Text told={told} onOpen={onOpen} />
        <p className="mt-0.5 text-xs text-ink-muted">
          <time dateTime={told.createdAt} title={formatDateTime(told.createdAt)}>
            {timeAgo(told.createdAt, now)}
          </time>
          {told.count > 1 && <> · {words.times(told.count)}</>}
        </p>
      </div>
      {unread && (
        <button
          type="button"
          className="group relative -m-1.5 grid size-9 shrink-0 place-items-center rounded-full hover:bg-surface"
          onClick={({ currentTarget }) => {
            stay(currentTarget)
            onRead(told)
          }}
        >
          <span className="size-2.5 rounded-full bg-accent group-hover:hidden group-focus-visible:hidden" />
          <Icon
            name="check"
            className="hidden text-accent-text group-hover:block group-focus-visible:block"
          />
          {spoken(words.markRead(told.text))}
        </button>
      )}
    </div>
  )
}

function Text({ told, onOpen }: Pick<Props, 'told' | 'onOpen'>) {
  const path = ownPath(told.path)
  const unread = told.readAt === null
  const text = (
    <>
      {unread && <>{spoken(words.unreadOne)} </>}
      {told.text}
    </>
  )
  const look = cx('block text-sm wrap-anywhere', unread && 'font-semibold')
  if (!path)
    return (
      <p data-text tabIndex={-1} dir="auto" className={cx(look, told.isGone && 'text-ink-muted')}>
        {text}
      </p>
    )
  return (
    <Link
      data-text
      to={path}
      dir="auto"
      className={cx(look, 'after:absolute after:inset-0 after:rounded-md')}
      onClick={() => onOpen(told)}
    >
      {text}
    </Link>
  )
}
