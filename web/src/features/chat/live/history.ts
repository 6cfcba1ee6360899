import { getRoom, listMessages, listRooms } from '@/api/chat'
import type { Message } from '@/api/types'
import { runAround } from '../state/messages'
import { chat } from '../state/slice'
import { tellAgain } from './reading'
import { now, type Store } from './store'

/** Asks for what was said, and joins it to what is known. All of these may throw: whoever calls shows it or tries again. */

const PAGE = 50
const MOST_PAGES = 20

const came = (store: Store, roomId: string, messages: Message[], atEnd: boolean) =>
  store.dispatch(chat.messagesCame({ roomId, messages, atEnd }))

/** The end of a room's history. */
export async function loadEnd(store: Store, roomId: string): Promise<void> {
  const { items } = await listMessages(roomId, { limit: PAGE })
  came(store, roomId, items, true)
}

/** What stands before the messages that are shown. */
export async function loadBefore(store: Store, roomId: string, previousId: string): Promise<void> {
  const { items } = await listMessages(roomId, { upTo: previousId, limit: PAGE })
  came(store, roomId, items, false)
}

/** What stands behind a message: one page, or up to the end. */
export async function loadAfter(store: Store, roomId: string, after: string, toEnd = false): Promise<void> {
  let cursor: string | null = null
  for (let pages = 0; pages < (toEnd ? MOST_PAGES : 1); pages += 1) {
    const page = await listMessages(roomId, { after, cursor, limit: toEnd ? 100 : PAGE })
    came(store, roomId, page.items, page.nextCursor === null)
    cursor = page.nextCursor
    if (cursor === null) return
  }
}

/** A message in the middle, with what stands around it. */
export async function loadAround(store: Store, roomId: string, id: string): Promise<void> {
  const known = now(store).talks[roomId]?.messages ?? []
  if (runAround(known, id).length > 1) return
  const [before] = await Promise.all([
    listMessages(roomId, { upTo: id, limit: PAGE }),
    loadAfter(store, roomId, id),
  ])
  came(store, roomId, before.items, false)
}

/** A frame had no place for its text. */
export async function loadWhole(store: Store, { roomId, id }: Message): Promise<void> {
  const { items } = await listMessages(roomId, { upTo: id, limit: 1 })
  came(store, roomId, items, false)
}

/** What has changed in a room since it was loaded: new messages, and edits and deletions of those that are known. */
export async function refresh(store: Store, roomId: string): Promise<void> {
  const talk = now(store).talks[roomId]
  if (!talk?.isLoaded) return loadEnd(store, roomId)
  const first = runAround(talk.messages, talk.endId)[0]?.id ?? ''
  let cursor: string | null = null
  let oldest = ''
  for (let pages = 0; pages < 3; pages += 1) {
    const page = await listMessages(roomId, { cursor, limit: 100 })
    came(store, roomId, page.items, pages === 0)
    oldest = page.items.at(-1)?.id ?? oldest
    cursor = page.nextCursor
    if (cursor === null || oldest <= first) return
  }
  store.dispatch(chat.forgotBefore({ roomId, id: oldest }))
}

/** What stands behind the end that is known. */
export async function catchUp(store: Store, roomId: string): Promise<void> {
  const endId = now(store).talks[roomId]?.endId
  return endId ? loadAfter(store, roomId, endId, true) : loadEnd(store, roomId)
}

export async function loadRooms(store: Store, cursor: string | null = null): Promise<void> {
  const page = await listRooms(cursor)
  const known = now(store).nextCursor
  // What was loaded further down stays, and goes on where it ended.
  const nextCursor = cursor === null && known !== undefined ? known : page.nextCursor
  store.dispatch(chat.roomsCame({ rooms: page.items, nextCursor }))
  tellAgain(store, page.items)
}

export async function loadRoom(store: Store, roomId: string): Promise<void> {
  const rooms = [await getRoom(roomId)]
  store.dispatch(chat.roomsCame({ rooms }))
  tellAgain(store, rooms)
}
