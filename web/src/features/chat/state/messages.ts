import type { Message } from '@/api/types'

/**
 * What is known of a room's messages: one list in the order of their ids. Each names the one before it, so the list itself says
 * where something is missing, and pieces of history that come from different sides join by themselves.
 */

/** Of two states of one message: a later version says more, and so does one whose text was left out of a frame before. */
const saysMore = (known: Message, other: Message) =>
  other.version > known.version || (other.version === known.version && known.isCut && !other.isCut)

/** Adds messages, in whatever order and however often they come. */
export function merge(known: Message[], incoming: Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]))
  let changed = false
  for (const message of incoming) {
    const before = byId.get(message.id)
    if (before && !saysMore(before, message)) continue
    byId.set(message.id, message)
    changed = true
  }
  if (!changed) return known
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

const follows = (before: Message | undefined, message: Message | undefined) =>
  before !== undefined && message?.previousId === before.id

/** The messages around this one between which nothing is missing. Without it: none. */
export function runAround(messages: Message[], id: string | null): Message[] {
  const place = messages.findIndex((message) => message.id === id)
  if (place < 0) return []
  let from = place
  let to = place
  while (follows(messages[from - 1], messages[from])) from -= 1
  while (follows(messages[to], messages[to + 1])) to += 1
  return messages.slice(from, to + 1)
}

/** The last of the messages that follow this one without a gap. */
export const endFrom = (messages: Message[], id: string | null): string | null =>
  runAround(messages, id).at(-1)?.id ?? id
