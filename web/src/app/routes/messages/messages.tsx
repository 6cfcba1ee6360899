import { lazy, Suspense } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Place } from '@/api/types'
import { headButton } from '@/features/chat/room-head'
import { Rooms } from '@/features/chat/rooms'
import { RoomLoading } from '@/features/chat/room-loading'
import { useRoom } from '@/features/chat/state/use-chat'
import { useKeyboard } from '@/features/chat/view/use-keyboard'
import * as words from '@/features/chat/words'
import { useArrival } from '@/components/layout/use-arrival'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import { Link } from 'react-router'

const RoomView = lazy(() => import('@/features/chat/room-view'))

/** One's rooms, and one of them: beside each other from 1024 px on, one at a time below. */
export default function MessagesPage() {
  const { roomId } = useParams()
  const { room, other } = useRoom(roomId ?? '')
  const name = room && other?.person.name
  const heading = useArrival(name ? words.roomTitle(name) : words.messages)
  useKeyboard()
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div className={cx('min-h-0 border-r border-line bg-surface', roomId && 'max-lg:hidden')}>
        <Rooms heading={roomId ? undefined : heading} />
      </div>
      {roomId ? (
        <OpenRoom key={roomId} roomId={roomId} heading={heading} />
      ) : (
        <div className="hidden place-content-center p-6 lg:grid">
          <EmptyState icon="messages" title={words.chooseRoom}>
            {words.chooseRoomText}
          </EmptyState>
        </div>
      )}
    </div>
  )
}

function OpenRoom({ roomId, heading }: { roomId: string; heading: ReturnType<typeof useArrival> }) {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const state = useLocation().state as { places?: Place[] } | null
  const id = params.get('at')
  return (
    <Suspense fallback={<RoomLoading withHead />}>
      <RoomView
        key={id}
        roomId={roomId}
        heading={heading}
        at={id ? { id, places: state?.places ?? [] } : null}
        onLeave={() => id && void navigate(paths.room(roomId), { replace: true })}
        before={
          <Link to={paths.messages()} aria-label={words.back} className={cx(headButton, 'lg:hidden')}>
            <Icon name="chevron-left" />
          </Link>
        }
      />
    </Suspense>
  )
}
