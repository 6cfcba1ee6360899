import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '@/config/paths'
import { panel } from './panel-store'
import { HeadButton } from './room-head'
import RoomView from './room-view'
import * as words from './words'

/** A room beside a page, so that people talk about what they look at. Closed, focus goes back to where it was opened. */
export default function RoomPanel({ roomId }: { roomId: string }) {
  const navigate = useNavigate()
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    },
    [opener],
  )
  return (
    <aside
      aria-label={words.rooms}
      className="no-print sticky top-16 h-[calc(100dvh-4rem)] w-80 shrink-0 self-start border-l border-line bg-page min-[90rem]:w-96"
    >
      <RoomView
        key={roomId}
        roomId={roomId}
        after={
          <>
            <HeadButton
              icon="external"
              label={words.openPage}
              onClick={() => {
                panel.close()
                void navigate(paths.room(roomId))
              }}
            />
            <HeadButton icon="x" label={words.closePanel} onClick={panel.close} />
          </>
        }
      />
    </aside>
  )
}
