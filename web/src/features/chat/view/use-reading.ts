import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Message } from '@/api/types'
import { useAppStore } from '@/lib/store-parts'
import { markSeen } from '../live/reading'
import { firstUnseen } from './rows'

const isVisible = () => document.visibilityState === 'visible'

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

interface Given {
  roomId: string
  ownId: string
  messages: Message[]
  seenUpTo: string | null
  unreadCount: number
  /** The end of the room is in view. */
  atEnd: boolean
}

/**
 * Says what was seen: everything, once its end is in view and the tab too. Answers before which message the line stands that
 * says what is new: it stays where it is while that is read.
 */
export function useReading({ roomId, ownId, messages, seenUpTo, unreadCount, atEnd }: Given): string | null {
  const store = useAppStore()
  const visible = useSyncExternalStore(onVisibility, isVisible)
  const reads = visible && atEnd
  const unseen = firstUnseen(messages, seenUpTo, ownId)
  const [line, setLine] = useState<string | null>(null)
  const isRead = line === null || line <= (seenUpTo ?? '')
  if (unseen && !reads && isRead && line !== unseen) setLine(unseen)

  const last = messages.at(-1)?.id
  useEffect(() => {
    // What cannot be shown counts as well: the count says there is something.
    if (reads && last && (unseen || unreadCount > 0)) markSeen(store, roomId, last)
  }, [reads, last, unseen, unreadCount, store, roomId])
  return line
}
