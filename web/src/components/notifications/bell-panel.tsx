import * as Popover from '@radix-ui/react-popover'
import { type RefObject, useRef, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '@/config/paths'
import { Icon } from '../ui/icon'
import { Segmented } from '../ui/segmented'
import { MarkAll } from './mark-all'
import { ToldList } from './told-list'
import * as words from './words'

interface Props {
  /** The bell: it closes what it has opened by itself. */
  bell: RefObject<HTMLElement | null>
  onClose: () => void
}

const views = [
  { value: 'all', label: words.all },
  { value: 'unread', label: words.unread },
]

const sliders =
  'M5 7h8M17 7h2M5 17h2M11 17h8M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z'

/** What is new, under the bell. */
export default function BellPanel({ bell, onClose }: Props) {
  const [view, setView] = useState('all')
  const title = useRef<HTMLHeadingElement>(null)
  // The page that somebody goes to takes the focus, not the bell.
  const left = useRef(false)
  const leave = () => {
    left.current = true
    onClose()
  }
  const filter = view === 'unread' ? { unread: true } : {}
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={bell as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={words.notifications}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            title.current?.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (!left.current) bell.current?.focus()
          }}
          onInteractOutside={(event) => {
            if (bell.current?.contains(event.target as Node)) event.preventDefault()
          }}
          className="z-50 flex max-h-[min(40rem,calc(100dvh-5rem))] w-[26rem] max-w-[calc(100vw-1rem)] flex-col rounded-card border border-line bg-raised shadow-raised"
        >
          <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line p-3 pl-4">
            <h2 ref={title} tabIndex={-1} className="text-lg font-semibold">
              {words.notifications}
            </h2>
            <MarkAll filter={filter} />
          </div>
          <div className="px-4 pt-3">
            <Segmented label={words.show} name="bell-view" value={view} onChange={setView} options={views} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-2">
            <ToldList filter={filter} onLeave={leave} />
          </div>
          <div className="flex items-center justify-between gap-3 border-t border-line p-3 pl-4 text-sm">
            <Link to={paths.notifications()} className="link" onClick={leave}>
              {words.seeAll}
            </Link>
            <Link
              to={paths.notificationSettings()}
              aria-label={words.settings}
              title={words.settings}
              className="grid size-9 place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink"
              onClick={leave}
            >
              <Icon shape={sliders} />
            </Link>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
