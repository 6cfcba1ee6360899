import type { FileRef, Message } from '@/api/types'
import type { Box } from '@/lib/personal'

/** What was written and is not known to have arrived. It outlives a reload, and goes when the person logs out. */

export interface Outgoing {
  /** The message's own id here: sent again under it, it stays one message. */
  clientId: string
  /** The room that was shown when it was sent. */
  roomId: string
  text: string
  files: FileRef[]
  queuedAt: number
  /** Why the server does not take it; null while it is on its way. */
  refusal: string | null
  /** Not to be tried again before. */
  retryAt: number
}

export const OUTBOX = 'chat.outbox'

const isOutgoing = (value: Partial<Outgoing>): value is Outgoing =>
  typeof value.clientId === 'string' && typeof value.roomId === 'string' && typeof value.text === 'string'

export function readOutbox(box: Box): Outgoing[] {
  try {
    const kept: unknown = JSON.parse(box.get(OUTBOX) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isOutgoing) : []
  } catch {
    return []
  }
}

/** Writes what has changed here: other tabs keep theirs in the same place. */
export function writeOutbox(box: Box, before: Outgoing[], now: Outgoing[]): void {
  const touched = new Set([...before, ...now].map(({ clientId }) => clientId))
  const others = readOutbox(box).filter(({ clientId }) => !touched.has(clientId))
  const all = [...others, ...now].sort((one, other) => one.queuedAt - other.queuedAt)
  if (all.length > 0) box.set(OUTBOX, JSON.stringify(all))
  else box.remove(OUTBOX)
}

/** What is next in each room: one at a time, so that they arrive in the order in which they were written. */
export function nextOf(outbox: Outgoing[], mine: (item: Outgoing) => boolean): Outgoing[] {
  const rooms = new Map<string, Outgoing>()
  for (const item of outbox) {
    if (item.refusal !== null || !mine(item) || rooms.has(item.roomId)) continue
    rooms.set(item.roomId, item)
  }
  return [...rooms.values()]
}

/** Without those that have arrived, by whichever way that became known. */
export function withoutArrived(outbox: Outgoing[], messages: Message[], ownId: string): Outgoing[] {
  const arrived = new Set(
    messages.filter(({ senderId }) => senderId === ownId).map(({ clientId }) => clientId),
  )
  return outbox.some(({ clientId }) => arrived.has(clientId))
    ? outbox.filter(({ clientId }) => !arrived.has(clientId))
    : outbox
}
