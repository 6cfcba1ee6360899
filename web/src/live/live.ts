import type { ClientFrame, Frame } from '@/api/types'

/** What comes over the open connection, for whoever listens. Light: the connection itself arrives later, if at all. */

type Listener = (frame?: Frame) => void

interface Speaker {
  /** False when it could not be handed over. */
  send: (frame: ClientFrame) => boolean
  /** Makes sure that the server is there, and opens anew if it is not. */
  check: () => void
}

const listeners = new Set<Listener>()
let open = false
let speaker: Speaker | null = null

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
  /** Handed over is not heard: whoever needs an answer waits for it. */
  send: (frame: ClientFrame): boolean => speaker?.send(frame) ?? false,
  check: () => speaker?.check(),
  speaks(by: Speaker | null): void {
    speaker = by
  },
  tell: (frame: Frame) => tellAll(frame),
  changed(now: boolean): void {
    open = now
    tellAll()
  },
}
