import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { mayBeBehind, readNow, toldNow, useUnreadCountQuery } from '@/api/notifications-api'
import { unread } from '@/lib/unread'
import { useAppStore } from '@/lib/store-parts'
import { live } from '@/live/live'
import { device } from './browser/device'
import { speakOf } from './speak'

const BrowserNotices = lazy(() => import('./browser/browser-notices'))

/** So long the count waits for the connection. */
const PATIENCE = 3_000

/** Keeps what is unread in mind, and in the frame, while somebody is signed in. */
export default function LiveNotices({ userId }: { userId: string }) {
  const { data: count = 0 } = useUnreadCountQuery(undefined, { skip: !useReady() })
  const onDevice = useSyncExternalStore(device.subscribe, device.state)
  useEffect(() => unread.set('notifications', count), [count])
  useEffect(() => () => unread.set('notifications', 0), [])
  useFollowing()
  return (
    onDevice === 'on' && (
      <Suspense>
        <BrowserNotices userId={userId} />
      </Suspense>
    )
  )
}

/** The connection comes first: nothing falls between the count and what is told from then on. */
function useReady(): boolean {
  const open = useSyncExternalStore(live.subscribe, live.isOpen)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return open || late
}

/** Badge and list change at once, and it is said once: no note lies over the page. */
function useFollowing(): void {
  const { dispatch } = useAppStore()
  useEffect(() => {
    const speak = speakOf()
    const unsubscribe = live.subscribe((frame) => {
      if (!frame && live.isOpen()) dispatch(mayBeBehind())
      if (frame?.type === 'notification') {
        dispatch(toldNow(frame.notification, frame.unreadCount) as never)
        speak.add(frame.notification)
      }
      if (frame?.type === 'notifications-read') dispatch(readNow(frame, frame.unreadCount) as never)
    })
    return () => {
      unsubscribe()
      speak.end()
    }
  }, [dispatch])
}
