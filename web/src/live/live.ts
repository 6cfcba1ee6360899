import type { Frame } from '@/api/types'

/** What comes over the open connection, for whoever listens. Light: the connection itself arrives later, if at all. */

type Listener = (frame?: Frame) => void

const listeners = new Set<Listener>()
let open = false

function tellAll(frame?: Frame): void {
  for (const listener of [...listeners]) listener(frame)
}

export const live = {
  isOpen: () => open,
  /** Called with each frame, and without one when the connection was opened or lost. */
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  tell: (frame: Frame) => tellAll(frame),
  changed(now: boolean): void {
    open = now
    tellAll()
  },
}
