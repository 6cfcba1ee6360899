import { useMemo, useRef, useState } from 'react'
import type { Room } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useAppSelector, useAppStore } from '@/lib/store-parts'
import { useNow } from '@/lib/use-now'
import { type Focus, HistoryRow } from './history-row'
import { loadAfter, loadBefore } from './live/history'
import { otherSeat, ownSeat } from './state/rooms'
import { chatOf } from './state/slice'
import { useTalk } from './state/use-chat'
import { rowsOf, statesOf } from './view/rows'
import { useFirstLine, useGoing, useOwnScroll } from './view/use-places'
import { useReading } from './view/use-reading'
import { MoreButton } from './more-button'
import { NoMessages } from './no-messages'
import * as words from './talk-words'

interface Props {
  room: Room
  ownId: string
  /** A message in the middle; null for the end. */
  focus: Focus | null
  onEnd: () => void
}

/** What was said in a room. */
export function History({ room, ownId, focus, onEnd }: Props) {
  const store = useAppStore()
  const now = useNow()
  const box = useRef<HTMLDivElement>(null)
  const { messages, outgoing, atEnd: hasEnd } = useTalk(room.id, focus?.id ?? null)
  const delivered = useAppSelector((state) => chatOf(state).delivered[room.id])
  const [other, own] = [otherSeat(room, ownId), ownSeat(room, ownId)]
  const [prepending, setPrepending] = useState(false)

  const scroll = useOwnScroll(box, messages, outgoing, hasEnd)
  const { unreadCount } = room
  const seenUpTo = own?.seenUpTo ?? null
  const atEnd = scroll.atEnd && hasEnd
  const lineAt = useReading({ roomId: room.id, ownId, messages, seenUpTo, unreadCount, atEnd })
  const rows = useMemo(
    () => rowsOf(messages, outgoing, { ownId, lineAt }),
    [messages, outgoing, ownId, lineAt],
  )
  const states = useMemo(
    () => statesOf(messages, ownId, other?.seenUpTo ?? null, delivered),
    [messages, ownId, other?.seenUpTo, delivered],
  )

  useGoing(focus, messages, ownId, scroll.goTo)
  useFirstLine(lineAt, focus, scroll.goTo)

  const [first, last] = [messages[0], messages.at(-1)]
  const name = other?.person.name ?? ''
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="log"
        aria-label={words.log}
        aria-live={prepending ? 'off' : 'polite'}
        aria-relevant="additions"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled with the keyboard
        tabIndex={0}
        onScroll={scroll.onScroll}
        className="h-full overflow-x-clip overflow-y-auto overscroll-contain px-4 -outline-offset-2 [overflow-anchor:none]"
      >
        <div className="flex min-h-full flex-col justify-end py-4">
          {first?.previousId && (
            <MoreButton
              key={first.id}
              label={words.earlier}
              box={box}
              edge="top"
              onBusy={setPrepending}
              load={() => loadBefore(store, room.id, first.previousId as string)}
            />
          )}
          {rows.length === 0 && <NoMessages name={name} />}
          <ol className="space-y-1">
            {rows.map((row) => (
              <HistoryRow
                key={row.key}
                row={row}
                now={now}
                ownId={ownId}
                other={name}
                state={row.kind === 'message' ? states.get(row.message.id) : undefined}
                focus={focus}
              />
            ))}
          </ol>
          {!hasEnd && last && (
            <MoreButton
              key={last.id}
              label={words.later}
              box={box}
              edge="bottom"
              load={() => loadAfter(store, room.id, last.id)}
            />
          )}
        </div>
      </div>
      {!atEnd && rows.length > 0 && (
        <Button
          variant="secondary"
          size="sm"
          className="absolute right-4 bottom-3 rounded-full shadow-raised"
          onClick={() => {
            onEnd()
            scroll.goToEnd()
          }}
        >
          <Icon name="arrow-down" className="size-4" />
          {unreadCount > 0 ? words.newBelow(unreadCount) : words.toEnd}
        </Button>
      )}
    </div>
  )
}
