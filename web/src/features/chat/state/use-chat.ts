import { useMemo } from 'react'
import { useAppSelector } from '@/lib/store-parts'
import { useUser } from '@/lib/session'
import { runAround } from './messages'
import { inOrder, otherSeat, ownSeat } from './rooms'
import { chatOf } from './slice'

/** Whether the chat of whoever is signed in has begun: before that there is nothing to join answers to. */
export function useReady(): boolean {
  const user = useUser()
  return useAppSelector((state) => chatOf(state).ownId) === user?.id
}

export const useOwnId = () => useAppSelector((state) => chatOf(state).ownId)

export function useRoom(roomId: string) {
  const ownId = useOwnId()
  const room = useAppSelector((state) => chatOf(state).rooms[roomId])
  return { ownId, room, other: room && otherSeat(room, ownId), own: room && ownSeat(room, ownId) }
}

export function useRooms() {
  const rooms = useAppSelector((state) => chatOf(state).rooms)
  const nextCursor = useAppSelector((state) => chatOf(state).nextCursor)
  return { rooms: useMemo(() => inOrder(Object.values(rooms)), [rooms]), nextCursor }
}

/** The messages around `focus`, or those at the end. */
export function useTalk(roomId: string, focus: string | null) {
  const talk = useAppSelector((state) => chatOf(state).talks[roomId])
  const outbox = useAppSelector((state) => chatOf(state).outbox)
  return useMemo(() => {
    const known = talk?.messages ?? []
    // What is not there is not waited for: its room is shown from the end.
    const around = focus ? runAround(known, focus) : []
    const messages = around.length > 0 ? around : runAround(known, talk?.endId ?? null)
    const atEnd = messages.at(-1)?.id === talk?.endId || (!talk?.endId && messages.length === 0)
    const outgoing = atEnd ? outbox.filter((item) => item.roomId === roomId) : []
    return { messages, outgoing, atEnd, isLoaded: talk?.isLoaded === true }
  }, [talk, outbox, roomId, focus])
}
