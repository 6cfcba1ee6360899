import type { Room } from '@/api/types'
import { live } from '@/live/live'
import { chat } from '../state/slice'
import { ownSeat } from '../state/rooms'
import { now, type Store } from './store'

const PREFIX = 'read-'

/** Somebody has seen everything up to this message. It is said at once, and again after a reconnection if it did not arrive. */
export function markSeen(store: Store, roomId: string, upTo: string): void {
  const { rooms, ownId } = now(store)
  const room = rooms[roomId]
  if (!room || (ownSeat(room, ownId)?.seenUpTo ?? '') >= upTo) return
  store.dispatch(chat.received({ type: 'receipt', roomId, userId: ownId, upTo, status: 'seen' }))
  tell(roomId, upTo)
}

const tell = (roomId: string, upTo: string) =>
  live.send({ action: 'read', roomId, upTo, clientId: `${PREFIX}${roomId}` })

/** Says again what the server, as it has just answered these rooms, does not know yet. */
export function tellAgain(store: Store, answered: Room[]): void {
  const { rooms, ownId } = now(store)
  for (const room of answered) {
    const seen = rooms[room.id] && ownSeat(rooms[room.id] as Room, ownId)?.seenUpTo
    if (seen && seen > (ownSeat(room, ownId)?.seenUpTo ?? '')) tell(room.id, seen)
  }
}

/** The mark was refused for a reason that passes. */
export function markAgain(store: Store, roomId: string): void {
  const { rooms, ownId } = now(store)
  const seen = rooms[roomId] && ownSeat(rooms[roomId] as Room, ownId)?.seenUpTo
  if (seen) tell(roomId, seen)
}

/** The room whose mark was refused, if that is what this `clientId` is of. */
export const roomOfMark = (clientId: string): string | null =>
  clientId.startsWith(PREFIX) ? clientId.slice(PREFIX.length) : null
