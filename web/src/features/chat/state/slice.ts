import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Frame, Message, Presence, Room } from '@/api/types'
import { rootReducer } from '@/lib/store-parts'
import { endFrom, merge } from './messages'
import { type Outgoing, withoutArrived } from './outbox'
import { fresh, withChange, withMessage, withPresence, withSeen } from './rooms'

/** What is known of a room's history. */
export interface Talk {
  messages: Message[]
  /** The newest message up to which nothing is missing at the end; null while none was said. */
  endId: string | null
  /** Whether the end was asked for. */
  isLoaded: boolean
}

type Receipt = Extract<Frame, { type: 'receipt' }>

interface ChatState {
  ownId: string
  rooms: Record<string, Room>
  /** Where the list of rooms goes on. Undefined: it was not asked for yet. */
  nextCursor: string | null | undefined
  talks: Record<string, Talk>
  outbox: Outgoing[]
  /** Up to which message the other side's windows have taken what was written. */
  delivered: Record<string, string>
  /** When the other side was writing last; 0 once it has stopped. */
  typing: Record<string, number>
}

const initialState: ChatState = {
  ownId: '',
  rooms: {},
  nextCursor: undefined,
  talks: {},
  outbox: [],
  delivered: {},
  typing: {},
}

const talkOf = (state: ChatState, roomId: string): Talk =>
  (state.talks[roomId] ??= { messages: [], endId: null, isLoaded: false })

function add(state: ChatState, roomId: string, messages: Message[]): Talk {
  const talk = talkOf(state, roomId)
  talk.messages = merge(talk.messages, messages)
  talk.endId = endFrom(talk.messages, talk.endId)
  state.outbox = withoutArrived(state.outbox, messages, state.ownId)
  return talk
}

/** One message that somebody just wrote, in this window or in another. */
function said(state: ChatState, message: Message): void {
  const { roomId } = message
  const room = state.rooms[roomId]
  if (room) state.rooms[roomId] = withMessage(room, message, state.ownId)
  if (message.senderId !== state.ownId) state.typing[roomId] = 0
  if (!state.talks[roomId]?.isLoaded) {
    state.outbox = withoutArrived(state.outbox, [message], state.ownId)
    return
  }
  const talk = add(state, roomId, [message])
  if (message.previousId === null) talk.endId ??= message.id
}

export const chatSlice = createSlice({
  name: 'chat',
  initialState,
  reducers: {
    began: (_state, { payload }: PayloadAction<{ ownId: string; outbox: Outgoing[] }>) => ({
      ...initialState,
      ...payload,
    }),
    ended: () => initialState,
    roomsCame: (state, { payload }: PayloadAction<{ rooms: Room[]; nextCursor?: string | null }>) => {
      for (const room of payload.rooms) state.rooms[room.id] = fresh(room, state.rooms[room.id], state.ownId)
      if (payload.nextCursor !== undefined) state.nextCursor = payload.nextCursor
    },
    /** A piece of history without a gap in it; `atEnd` when nothing stands behind it. */
    messagesCame: (
      state,
      { payload }: PayloadAction<{ roomId: string; messages: Message[]; atEnd: boolean }>,
    ) => {
      const talk = add(state, payload.roomId, payload.messages)
      if (!payload.atEnd) return
      talk.isLoaded = true
      talk.endId = talk.messages.at(-1)?.id ?? null
    },
    /** Older ones than this are asked for again when somebody wants to see them. */
    forgotBefore: (state, { payload }: PayloadAction<{ roomId: string; id: string }>) => {
      const talk = talkOf(state, payload.roomId)
      talk.messages = talk.messages.filter(({ id }) => id >= payload.id)
    },
    forgot: (state, { payload }: PayloadAction<{ but: string[] }>) => {
      const kept = Object.entries(state.talks).filter(([roomId]) => payload.but.includes(roomId))
      state.talks = Object.fromEntries(kept)
    },
    said: (state, { payload }: PayloadAction<Message>) => said(state, payload),
    changed: (state, { payload: message }: PayloadAction<Message>) => {
      const talk = state.talks[message.roomId]
      const known = talk?.messages.find(({ id }) => id === message.id)
      if (known && known.version >= message.version && !known.isCut) return
      const room = state.rooms[message.roomId]
      if (room) state.rooms[message.roomId] = withChange(room, message, known, state.ownId)
      // Before its original has come: it is that message, and says more.
      if (talk) add(state, message.roomId, [message])
    },
    received: (state, { payload: { roomId, userId, upTo, status } }: PayloadAction<Receipt>) => {
      const room = state.rooms[roomId]
      if (status === 'seen' && room) state.rooms[roomId] = withSeen(room, userId, upTo, state.ownId)
      if (userId !== state.ownId && upTo > (state.delivered[roomId] ?? '')) state.delivered[roomId] = upTo
    },
    cameOrWent: (
      state,
      { payload: { userId, ...presence } }: PayloadAction<{ userId: string } & Presence>,
    ) => {
      for (const room of Object.values(state.rooms))
        state.rooms[room.id] = withPresence(room, userId, presence)
    },
    wrote: (state, { payload }: PayloadAction<{ roomId: string; at: number }>) => {
      state.typing[payload.roomId] = payload.at
    },
    stoppedWriting: (state, { payload }: PayloadAction<string>) => {
      state.typing[payload] = 0
    },
    queued: (state, { payload }: PayloadAction<Outgoing>) => {
      state.outbox.push(payload)
    },
    outboxCame: (state, { payload }: PayloadAction<Outgoing[]>) => {
      state.outbox = payload
    },
    held: (state, { payload }: PayloadAction<{ clientId: string; change: Partial<Outgoing> }>) => {
      const item = state.outbox.find(({ clientId }) => clientId === payload.clientId)
      if (item) Object.assign(item, payload.change)
    },
    removed: (state, { payload }: PayloadAction<string>) => {
      state.outbox = state.outbox.filter(({ clientId }) => clientId !== payload)
    },
  },
})

export const chat = chatSlice.actions

const withChat = rootReducer.inject(chatSlice)

/** What is known of the chat. */
export const chatOf = withChat.selector((state) => state.chat)
