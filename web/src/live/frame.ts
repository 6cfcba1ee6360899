import type { Frame } from '@/api/types'

type Fields = Record<string, unknown>

/** What a frame of each kind has at least; a kind that is new in the contract must be named here. */
const kinds: Record<Frame['type'], (frame: Fields) => boolean> = {
  pong: () => true,
  error: ({ code, detail }) => typeof code === 'string' && typeof detail === 'string',
  contract: ({ contractId }) => typeof contractId === 'string',
  file: ({ file }) => isObject(file) && typeof file.id === 'string' && typeof file.status === 'string',
  ack: ({ clientId, message }) => typeof clientId === 'string' && isMessage(message),
  message: ({ message }) => isMessage(message),
  'message-changed': ({ message }) => isMessage(message),
  receipt: ({ roomId, userId, upTo, status }) => [roomId, userId, upTo, status].every(isText),
  typing: ({ roomId, userId }) => [roomId, userId].every(isText),
  presence: ({ userId, status }) => [userId, status].every(isText),
  notification: ({ notification, unreadCount }) =>
    isObject(notification) &&
    [notification.id, notification.kind, notification.text].every(isText) &&
    isNumber(unreadCount),
  'notifications-read': ({ unreadCount }) => isNumber(unreadCount),
}

const isNumber = (value: unknown) => typeof value === 'number'

const isText = (value: unknown) => typeof value === 'string'

const isMessage = (value: unknown) =>
  isObject(value) && [value.id, value.roomId, value.senderId, value.text].every(isText)

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** A frame as the contract has it. Null for anything else: a newer server may say more than this page understands. */
export function parseFrame(data: unknown): Frame | null {
  try {
    const frame: unknown = JSON.parse(String(data))
    if (!isObject(frame) || typeof frame.type !== 'string' || !Object.hasOwn(kinds, frame.type)) return null
    return kinds[frame.type as Frame['type']](frame) ? (frame as Frame) : null
  } catch {
    return null
  }
}
