import { useCallback, useRef } from 'react'
import { live } from '@/live/live'

/** The hint holds for six seconds on the other side. */
const EVERY = 3000

/** Tells the other side that one is writing, every few seconds while it lasts. */
export function useTelling(roomId: string): () => void {
  const last = useRef(0)
  return useCallback(() => {
    const now = Date.now()
    if (now - last.current < EVERY) return
    last.current = now
    live.send({ action: 'typing', roomId })
  }, [roomId])
}
