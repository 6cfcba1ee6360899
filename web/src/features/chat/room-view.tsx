import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import type { Hit } from '@/api/types'
import { ErrorState } from '@/components/ui/error-state'
import { useAppStore } from '@/lib/store-parts'
import { History } from './history'
import type { Focus } from './history-row'
import { loadAround, loadRoom, refresh } from './live/history'
import { shown } from './live/shown'
import { now } from './live/store'
import { useLoad } from './live/use-load'
import { RoomFoot } from './room-foot'
import { RoomHead } from './room-head'
import { RoomLoading } from './room-loading'
import { useReady, useRoom, useTalk } from './state/use-chat'
import { TypingHint } from './typing-hint'
import * as words from './words'

interface Props {
  roomId: string
  /** The page's own heading; without it, this is a panel beside a page. */
  heading?: RefObject<HTMLHeadingElement | null>
  /** Where to begin, if not at the end. */
  at?: Focus | null
  /** The end is shown again. */
  onLeave?: () => void
  before?: ReactNode
  after?: ReactNode
}

const RoomSearch = lazy(() => import('./room-search'))

/** A room: who is in it, what was said, and where to write. */
export default function RoomView({ roomId, heading, at = null, onLeave, before, after }: Props) {
  const ready = useReady()
  const store = useAppStore()
  const { room, other, ownId } = useRoom(roomId)
  const { isLoaded } = useTalk(roomId, null)
  const area = useRef<HTMLElement>(null)
  const [focus, setFocus] = useState<Focus | null>(at)
  const [searching, setSearching] = useState(false)
  const [query, setQuery] = useState('')
  useEffect(() => (ready ? shown.add(roomId) : undefined), [ready, roomId])
  const { problem, busy, again } = useLoad(ready ? roomId : null, async () => {
    const known = now(store).rooms[roomId]
    await Promise.all([known ?? loadRoom(store, roomId), refresh(store, roomId)])
    if (focus) await loadAround(store, roomId, focus.id)
  })

  async function go({ message, places }: Hit): Promise<void> {
    await loadAround(store, roomId, message.id)
    setFocus({ id: message.id, places })
    setSearching(false)
  }

  return (
    <section
      ref={area}
      aria-label={other ? words.talkWith(other.person.name) : words.messages}
      className="flex h-full min-h-0 flex-col"
    >
      <RoomHead
        room={room}
        other={other}
        heading={heading}
        searching={searching}
        onSearch={() => setSearching(!searching)}
        before={before}
        after={after}
      />
      {room && other && isLoaded ? (
        <>
          {searching && (
            <Suspense fallback={<div className="flex-1" />}>
              <RoomSearch
                roomId={roomId}
                other={other}
                query={query}
                onQuery={setQuery}
                onGo={(hit) => void go(hit)}
                onClose={() => setSearching(false)}
              />
            </Suspense>
          )}
          {!searching && (
            <History
              room={room}
              ownId={ownId}
              focus={focus}
              onEnd={() => {
                setFocus(null)
                onLeave?.()
              }}
            />
          )}
          <TypingHint roomId={roomId} name={other.person.name} />
          <RoomFoot roomId={roomId} person={other.person} area={area} isPanel={!heading} />
        </>
      ) : problem ? (
        <div className="p-4">
          <ErrorState error={problem} title={words.roomNotLoaded} onRetry={again} busy={busy} />
        </div>
      ) : (
        <RoomLoading />
      )}
    </section>
  )
}
