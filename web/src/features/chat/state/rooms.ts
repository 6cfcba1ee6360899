import type { Message, Participant, Presence, Room } from '@/api/types'

/** What is known of rooms, and how what is said changes it. */

export const ownSeat = (room: Room, ownId: string): Participant | undefined =>
  room.participants.find(({ person }) => person.id === ownId)

export const otherSeat = (room: Room, ownId: string): Participant | undefined =>
  room.participants.find(({ person }) => person.id !== ownId)

/** As the server makes it: shared/domain/src/chat.rs. */
const PREVIEW = 120

function preview(text: string): string {
  const line = text.split(/\s+/).filter(Boolean).join(' ')
  const letters = [...line]
  return letters.length > PREVIEW ? `${letters.slice(0, PREVIEW).join('').trimEnd()}…` : line
}

const lastOf = (message: Message): NonNullable<Room['lastMessage']> => ({
  id: message.id,
  senderId: message.senderId,
  text: preview(message.text),
  fileCount: message.files.length,
  sentAt: message.sentAt,
  isDeleted: message.deletedAt !== null,
})

const seenBy = (room: Room, userId: string) =>
  room.participants.find(({ person }) => person.id === userId)?.seenUpTo ?? ''

/** A message that was not known yet. What comes twice counts once. */
export function withMessage(room: Room, message: Message, ownId: string): Room {
  if (room.lastMessage && message.id <= room.lastMessage.id) return room
  const isNew = message.senderId !== ownId && message.id > seenBy(room, ownId)
  return {
    ...room,
    lastMessage: lastOf(message),
    unreadCount: room.unreadCount + (isNew && !message.deletedAt ? 1 : 0),
  }
}

/** An edited or deleted one. `known` is what it was before, if that is known. */
export function withChange(room: Room, message: Message, known: Message | undefined, ownId: string): Room {
  const wasUnread = message.senderId !== ownId && message.id > seenBy(room, ownId)
  const goes = wasUnread && message.deletedAt !== null && known?.deletedAt === null
  return {
    ...room,
    lastMessage: room.lastMessage?.id === message.id ? lastOf(message) : room.lastMessage,
    unreadCount: Math.max(0, room.unreadCount - (goes ? 1 : 0)),
  }
}

/** Somebody has looked at everything up to a message; an earlier one than before says nothing new. */
export function withSeen(room: Room, userId: string, upTo: string, ownId: string): Room {
  if (seenBy(room, userId) >= upTo) return room
  const readAll = userId === ownId && upTo >= (room.lastMessage?.id ?? '')
  return {
    ...room,
    participants: room.participants.map((seat) =>
      seat.person.id === userId ? { ...seat, seenUpTo: upTo } : seat,
    ),
    unreadCount: readAll ? 0 : room.unreadCount,
  }
}

/** Somebody came or went. */
export function withPresence(room: Room, userId: string, presence: Presence): Room {
  if (!room.participants.some(({ person }) => person.id === userId)) return room
  const participants = room.participants.map((seat) =>
    seat.person.id === userId ? { ...seat, presence } : seat,
  )
  return { ...room, participants }
}

/** As the server answered it. What was seen here may not have come there yet. */
export function fresh(room: Room, known: Room | undefined, ownId: string): Room {
  const seen = known ? seenBy(known, ownId) : ''
  return seen ? withSeen(room, ownId, seen, ownId) : room
}

const activeAt = (room: Room) => room.lastMessage?.sentAt ?? room.createdAt

/** Where something was said last comes first. */
export const inOrder = (rooms: Room[]): Room[] =>
  [...rooms].sort(
    (one, other) => activeAt(other).localeCompare(activeAt(one)) || one.id.localeCompare(other.id),
  )
