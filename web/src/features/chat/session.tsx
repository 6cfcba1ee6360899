import { useEffect } from 'react'
import { personal } from '@/lib/personal'
import { useAppStore } from '@/lib/store-parts'
import { unread } from '@/lib/unread'
import { follow } from './live/follow'
import { tellIdle } from './live/idle'
import { keepOutbox } from './live/keep-outbox'
import { roomFiles } from './live/room-files'
import { Sender } from './live/sending'
import { now } from './live/store'
import { readOutbox } from './state/outbox'
import { chat } from './state/slice'

/** The chat of somebody who is signed in, on every page: it sends what waits, and counts what is new. Shows nothing itself. */
export default function ChatSession({ userId }: { userId: string }) {
  const store = useAppStore()
  useEffect(() => {
    store.dispatch(chat.began({ ownId: userId, outbox: readOutbox(personal.box()) }))
    const sender = new Sender(store)
    const stops = [
      keepOutbox(store),
      follow(store),
      tellIdle(),
      store.subscribe(() => {
        const rooms = Object.values(now(store).rooms)
        unread.set(
          'messages',
          rooms.reduce((sum, room) => sum + room.unreadCount, 0),
        )
      }),
    ]
    return () => {
      sender.stop()
      stops.forEach((stop) => stop())
      roomFiles.end()
      store.dispatch(chat.ended())
      unread.set('messages', 0)
    }
  }, [store, userId])
  return null
}
