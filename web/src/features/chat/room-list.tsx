import { useState } from 'react'
import { toProblem } from '@/api/problem'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useView } from '@/lib/session'
import { useAppStore } from '@/lib/store-parts'
import { loadRooms } from './live/history'
import { useLoad } from './live/use-load'
import { RoomLine } from './room-line'
import { useOwnId, useReady, useRooms } from './state/use-chat'
import * as words from './words'

/** One's rooms: where something was said last comes first. */
export function RoomList() {
  const store = useAppStore()
  const ready = useReady()
  const ownId = useOwnId()
  const { rooms, nextCursor } = useRooms()
  const { problem, busy, again } = useLoad(ready ? 'rooms' : null, () => loadRooms(store))
  const [more, setMore] = useState<{ busy: boolean; problem: string }>({ busy: false, problem: '' })

  async function loadMore(cursor: string): Promise<void> {
    setMore({ busy: true, problem: '' })
    const failed = await loadRooms(store, cursor).then(
      () => '',
      (error: unknown) => toProblem(error).detail,
    )
    setMore({ busy: false, problem: failed })
  }

  if (!ready || nextCursor === undefined) {
    if (!problem) return <RoomsLoading />
    return (
      <div className="p-4">
        <ErrorState error={problem} title={words.roomsNotLoaded} onRetry={again} busy={busy} />
      </div>
    )
  }
  if (rooms.length === 0) return <NoRooms />
  return (
    <>
      <ul className="divide-y divide-line">
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomLine room={room} ownId={ownId} />
          </li>
        ))}
      </ul>
      {nextCursor && (
        <div className="p-4 text-center">
          {more.problem && (
            <p role="alert" className="mb-2 text-sm text-danger">
              {more.problem}
            </p>
          )}
          <Button variant="secondary" busy={more.busy} onClick={() => void loadMore(nextCursor)}>
            {words.moreRooms}
          </Button>
        </div>
      )}
    </>
  )
}

function NoRooms() {
  const view = useView()
  return (
    <div className="p-4">
      <EmptyState icon="messages" title={words.noRooms}>
        {view === 'client' ? words.noRoomsNextClient : words.noRoomsNextFreelancer}
      </EmptyState>
    </div>
  )
}

function RoomsLoading() {
  return (
    <Loading label={words.loadingRooms}>
      {[1, 2, 3, 4].map((place) => (
        <div key={place} className="flex min-h-20 items-start gap-3 border-b border-line px-4 py-3">
          <Skeleton className="size-11 shrink-0 rounded-full" />
          <div className="flex-1 space-y-2 pt-1">
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="h-3 w-3/4" />
            <Skeleton className="h-3 w-2/3" />
          </div>
        </div>
      ))}
    </Loading>
  )
}
