import type { ClientFrame, FileRef } from '@/api/types'
import type { Outgoing } from '../state/outbox'
import { chat } from '../state/slice'
import type { Store } from './store'

/** As the server has it: shared/domain/src/chat.rs. */
export const MOST_LETTERS = 8000
/** The gateway closes a connection over a frame that is larger, whatever it says. */
const LARGEST_FRAME = 32 * 1024

/** What was written in this tab, which answers for it. */
export const mine = new Set<string>()

export const frameOf = ({ clientId, roomId, text, files }: Outgoing): ClientFrame => ({
  action: 'send',
  clientId,
  roomId,
  text,
  fileIds: files.map(({ id }) => id),
})

/** `randomUUID` is missing where a page came without TLS. */
const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** What nobody sees is no text: as the server judges it. */
export const isBlank = (text: string) =>
  text.replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu, '') === ''

/** How a text is kept: without what surrounds it, with one kind of line break, its letters in one form. */
export const tidy = (text: string) => text.replace(/\r\n?/g, '\n').trim().normalize('NFC')

export function compose(roomId: string, text: string, files: FileRef[]): Outgoing {
  const queuedAt = Date.now()
  return { clientId: newId(), roomId, text: tidy(text), files, queuedAt, refusal: null, retryAt: 0 }
}

/** Why it cannot be sent as one message; null when it can. Counted as the server counts: code points, and bytes of the frame. */
export function tooMuch(item: Outgoing): 'letters' | 'bytes' | null {
  if ([...item.text].length > MOST_LETTERS) return 'letters'
  const bytes = new TextEncoder().encode(JSON.stringify(frameOf(item))).length
  return bytes > LARGEST_FRAME ? 'bytes' : null
}

/** Queues it: it goes out as soon as there is a connection. */
export function say(store: Store, item: Outgoing): void {
  mine.add(item.clientId)
  store.dispatch(chat.queued(item))
}

/** Once more, after a refusal. As another message where its id is what was refused. */
export function sayAgain(store: Store, item: Outgoing): void {
  store.dispatch(chat.removed(item.clientId))
  say(store, { ...item, clientId: newId(), refusal: null, retryAt: 0, queuedAt: Date.now() })
}
