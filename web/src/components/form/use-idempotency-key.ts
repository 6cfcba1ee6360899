import { useRef } from 'react'

/**
 * The key of one attempt: the same as long as the body is the same, so that a retry after a lost answer does
 * nothing twice, and another one when the person changed something.
 */
export function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef({ body: '', key: '' })
  return (body) => {
    const text = JSON.stringify(body)
    if (last.current.body !== text) last.current = { body: text, key: crypto.randomUUID() }
    return last.current.key
  }
}
