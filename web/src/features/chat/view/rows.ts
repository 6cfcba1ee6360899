import type { Message } from '@/api/types'
import type { Outgoing } from '../state/outbox'

/** What a history is shown as: messages in groups, between days, with a line before what is new. */

export type Row =
  | { kind: 'day'; key: string; time: string }
  | { kind: 'new'; key: string }
  /** `isFirst` of a group: it says who wrote, and when. */
  | { kind: 'message'; key: string; message: Message; isFirst: boolean }
  | { kind: 'outgoing'; key: string; item: Outgoing; isFirst: boolean }

const GROUPED_WITHIN = 5 * 60_000

const dayOf = (time: string) => new Date(time).toDateString()

/** The same before and after the server has answered, so that the row stays. */
export const keyOf = (message: Message, ownId: string) =>
  message.senderId === ownId && message.clientId ? `own-${message.clientId}` : message.id

function isGrouped(before: Message | undefined, message: Message): boolean {
  if (!before || before.senderId !== message.senderId) return false
  return Date.parse(message.sentAt) - Date.parse(before.sentAt) < GROUPED_WITHIN
}

/** `lineAt`: the first message that is new. `outgoing` only where the end of the history is shown. */
export function rowsOf(
  messages: Message[],
  outgoing: Outgoing[],
  { ownId, lineAt }: { ownId: string; lineAt: string | null },
): Row[] {
  const rows: Row[] = []
  let before: Message | undefined
  for (const message of messages) {
    const day = dayOf(message.sentAt)
    const isNewDay = !before || dayOf(before.sentAt) !== day
    if (isNewDay) rows.push({ kind: 'day', key: `day-${day}`, time: message.sentAt })
    if (message.id === lineAt) rows.push({ kind: 'new', key: 'new' })
    const isFirst = isNewDay || message.id === lineAt || !isGrouped(before, message)
    rows.push({ kind: 'message', key: keyOf(message, ownId), message, isFirst })
    before = message
  }
  for (const [place, item] of outgoing.entries()) {
    const isFirst = place === 0 && before?.senderId !== ownId
    rows.push({ kind: 'outgoing', key: `own-${item.clientId}`, item, isFirst })
  }
  return rows
}

/** The first message of the other side that one has not seen. */
export const firstUnseen = (messages: Message[], seenUpTo: string | null, ownId: string): string | null =>
  messages.find(({ id, senderId, deletedAt }) => senderId !== ownId && !deletedAt && id > (seenUpTo ?? ''))
    ?.id ?? null

/** Which of one's own messages say how far they have come: the last, and the last that was seen. */
export function statesOf(
  messages: Message[],
  ownId: string,
  seenUpTo: string | null,
  deliveredUpTo: string | undefined,
): Map<string, 'sent' | 'delivered' | 'seen'> {
  const own = messages.filter(({ senderId, deletedAt }) => senderId === ownId && !deletedAt)
  const last = own.at(-1)
  const seen = own.findLast(({ id }) => id <= (seenUpTo ?? ''))
  const states = new Map<string, 'sent' | 'delivered' | 'seen'>()
  if (last) states.set(last.id, last.id <= (deliveredUpTo ?? '') ? 'delivered' : 'sent')
  if (seen) states.set(seen.id, 'seen')
  return states
}
