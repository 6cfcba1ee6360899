import { lazy, Suspense } from 'react'
import { useLocation } from 'react-router'
import { paths } from '@/config/paths'
import { usePanel, useRoomBeside } from './panel-store'
import ChatSession from './session'

const RoomPanel = lazy(() => import('./room-panel'))

/** What somebody who is signed in has of the chat on every page: it counts what is new, and a room may lie beside the page. */
export default function OwnChat({ userId }: { userId: string }) {
  const roomId = usePanel()
  const beside = useRoomBeside()
  const { pathname } = useLocation()
  const isPage = pathname.startsWith(paths.messages())
  return (
    <>
      <ChatSession key={userId} userId={userId} />
      {roomId && beside && !isPage && (
        <Suspense>
          <RoomPanel roomId={roomId} />
        </Suspense>
      )}
    </>
  )
}
