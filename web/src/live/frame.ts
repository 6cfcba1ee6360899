import type { Frame } from '@/api/types'

type Fields = Record<string, unknown>

/** What a frame of each kind has at least; a kind that is new in the contract must be named here. */
const kinds: Record<Frame['type'], (frame: Fields) => boolean> = {
  pong: () => true,
  error: ({ code, detail }) => typeof code === 'string' && typeof detail === 'string',
  file: ({ file }) => isObject(file) && typeof file.id === 'string' && typeof file.status === 'string',
}

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
