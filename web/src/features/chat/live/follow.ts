import type { Frame, Message } from '@/api/types'
import { backOff } from '@/live/back-off'
import { live } from '@/live/live'
import { chat } from '../state/slice'
import { catchUp, loadRooms, loadWhole, refresh } from './history'
import { markAgain, roomOfMark } from './reading'
import { shown } from './shown'
import { now, type Store } from './store'

/** A hint holds for so long, unless their message ends it. */
const WRITES_FOR = 6000
/** Who goes and is back within this did not go. */
const BACK_WITHIN = 5000
/** What was said while the connection opened may have reached neither it nor the first answer. */
const LOOK_AGAIN = 4000

/** Follows what comes over the live connection, and asks for what did not, until the answer is called. */
export function follow(store: Store): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const later = (name: string, wait: number, work: () => void) => {
    clearTimeout(timers.get(name))
    timers.set(name, setTimeout(work, wait))
  }

  /** Once for whatever happens within a moment; tried again until it works. */
  const askFor = (name: string, work: () => Promise<void>, wait = 200, failures = 0): void =>
    later(name, wait, () => {
      work().catch(() => askFor(name, work, backOff(failures), failures + 1))
    })

  const askForRooms = () => askFor('rooms', () => loadRooms(store))

  function fillGap(roomId: string): void {
    const { messages, endId, isLoaded } = now(store).talks[roomId] ?? {}
    if (!isLoaded || !messages || messages.at(-1)?.id === endId) return
    askFor(`gap ${roomId}`, () => catchUp(store, roomId), 0)
  }

  function onMessage(message: Message): void {
    const room = now(store).rooms[message.roomId]
    const isNext = room && message.previousId === (room.lastMessage?.id ?? null)
    const isKnown = room?.lastMessage && message.id <= room.lastMessage.id
    store.dispatch(chat.said(message))
    // A room that is new, or one of which something was missed.
    if (!isNext && !isKnown) askForRooms()
    fillGap(message.roomId)
    if (message.isCut) askFor(`whole ${message.id}`, () => loadWhole(store, message), 0)
  }

  function onChange(message: Message): void {
    const { talks, rooms, ownId } = now(store)
    const isKnown = talks[message.roomId]?.messages.some(({ id }) => id === message.id)
    store.dispatch(chat.changed(message))
    if (!isKnown && message.senderId !== ownId && rooms[message.roomId]?.unreadCount) askForRooms()
    if (message.isCut) askFor(`whole ${message.id}`, () => loadWhole(store, message), 0)
  }

  function onReceipt(frame: Extract<Frame, { type: 'receipt' }>): void {
    const { ownId } = now(store)
    store.dispatch(chat.received(frame))
    // Read in another window, up to somewhere in the middle.
    if (frame.userId === ownId && now(store).rooms[frame.roomId]?.unreadCount) askForRooms()
  }

  /** A page that is loaded anew is away for a moment. */
  function onPresence({ userId, status, lastSeenAt }: Extract<Frame, { type: 'presence' }>): void {
    const wait = status === 'offline' ? BACK_WITHIN : 0
    later(`presence ${userId}`, wait, () => store.dispatch(chat.cameOrWent({ userId, status, lastSeenAt })))
  }

  function onOpen(): void {
    store.dispatch(chat.forgot({ but: shown.rooms() }))
    askForRooms()
    for (const roomId of shown.rooms()) askFor(`room ${roomId}`, () => refresh(store, roomId), 0)
    later('again', LOOK_AGAIN, () => {
      askForRooms()
      for (const roomId of shown.rooms()) askFor(`room ${roomId}`, () => catchUp(store, roomId), 0)
    })
  }

  function onFrame(frame: Frame): void {
    if (frame.type === 'message' || frame.type === 'ack') onMessage(frame.message)
    if (frame.type === 'message-changed') onChange(frame.message)
    if (frame.type === 'receipt') onReceipt(frame)
    if (frame.type === 'presence') onPresence(frame)
    if (frame.type === 'typing') {
      store.dispatch(chat.wrote({ roomId: frame.roomId, at: Date.now() }))
      later(`writes ${frame.roomId}`, WRITES_FOR, () => store.dispatch(chat.stoppedWriting(frame.roomId)))
    }
    const marked = frame.type === 'error' && frame.clientId ? roomOfMark(frame.clientId) : null
    if (marked && frame.type === 'error' && frame.code !== 'not_found')
      later(`mark ${marked}`, (frame.retryAfter ?? 5) * 1000, () => markAgain(store, marked))
  }

  const stop = live.subscribe((frame) => {
    if (frame) onFrame(frame)
    else if (live.isOpen()) onOpen()
  })
  if (live.isOpen()) onOpen()
  else askForRooms()
  return () => {
    stop()
    timers.forEach(clearTimeout)
  }
}
