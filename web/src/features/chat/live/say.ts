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
  text.replace(/[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu, '') === ''

/** Invisible and of no use; joiners, variation selectors and marks of direction are of use. As shared/domain/src/text/letters.rs. */
const hidden =
  /(?![\u200c\u200d\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/gu

/** Half of a character is none: no JSON that holds it can be read. */
const halves = /\p{Surrogate}/gu

/**
 * How a text is kept: without what surrounds it or is hidden in it, with one kind of line break, its letters in one form. It is
 * shown like this before it is stored, so it must be what the server makes of it: shared/domain/src/chat/kept.json.
 */
export const tidy = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(halves, '\ufffd').replace(hidden, '').normalize('NFC').trim()

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
