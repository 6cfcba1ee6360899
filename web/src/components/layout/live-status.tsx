import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useAppStore } from '@/lib/store-parts'
import { useOnline } from '@/lib/use-online'
import { askAgain } from '@/live/ask-again'
import { catchUp } from '@/live/catch-up'
import { live } from '@/live/live'
import { NOTICED_AFTER, openLive } from '@/live/open-live'
import { Icon } from '../ui/icon'
import * as words from './words'

/** Keeps the live connection while somebody is signed in, and says so when it has been away for a while. */
export default function LiveStatus() {
  const store = useAppStore()
  useEffect(() => openLive(() => void catchUp(store)), [store])
  useEffect(() => live.subscribe((frame) => void askAgain(store, frame)), [store])
  const lost = useLost()
  // Without a network that is what is said.
  const online = useOnline()
  // There from the start: screen readers read what changes in a region that they know.
  return (
    <div role="status">
      {lost && online && (
        <p className="flex items-center gap-2.5 rounded-md border border-line bg-raised px-4 py-2.5 text-sm text-ink-muted shadow-raised">
          <Icon name="refresh" className="size-4" />
          {words.reconnecting}
        </p>
      )}
    </div>
  )
}

const isVisible = () => document.visibilityState === 'visible'

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

/** Whether a connection that was there is away for longer than a hiccup. The wait begins when somebody looks at the page. */
function useLost(): boolean {
  const open = useSyncExternalStore(live.subscribe, live.isOpen)
  const visible = useSyncExternalStore(onVisibility, isVisible)
  const wasOpen = useRef(false)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    if (open) wasOpen.current = true
    if (open || !visible || !wasOpen.current) return
    const timer = setTimeout(() => setLost(true), NOTICED_AFTER)
    return () => {
      clearTimeout(timer)
      setLost(false)
    }
  }, [open, visible])
  return lost
}
