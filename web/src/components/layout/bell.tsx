import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { paths } from '@/config/paths'
import { useUnread } from '@/lib/unread'
import { useWide } from '@/lib/use-wide'
import { Icon } from '../ui/icon'
import * as words from './bell-words'
import { CountBadge } from './count-badge'

const loadPanel = () => import('../notifications/bell-panel')
const BellPanel = lazy(loadPanel)

/** Meant for another tab or window. */
const elsewhere = ({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  metaKey || ctrlKey || shiftKey || altKey

/** What is new: a list under the bell, or its page where there is no room for one. */
export function Bell() {
  const count = useUnread('notifications')
  const bell = useRef<HTMLAnchorElement>(null)
  const [open, setOpen] = useState(false)
  const wide = useWide()
  const opens = useLocation().pathname !== paths.notifications() && wide
  const prepare = () => void (opens && loadPanel())

  function press(event: MouseEvent): void {
    if (!opens || elsewhere(event)) return
    event.preventDefault()
    setOpen(!open)
  }

  return (
    <>
      <Link
        ref={bell}
        to={paths.notifications()}
        aria-label={count > 0 ? words.bell(count) : words.noneUnread}
        {...(opens && { 'aria-haspopup': 'dialog', 'aria-expanded': open })}
        className="relative grid size-10 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={press}
      >
        <Icon name="bell" />
        <CountBadge of="notifications" className="top-0.5 left-5" />
      </Link>
      {open && (
        <Suspense>
          <BellPanel bell={bell} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
