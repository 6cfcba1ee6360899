import { useSyncExternalStore } from 'react'

/** Things that changed on the page without a navigation, read out by screen readers. */

let message = ''
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function announce(text: string): void {
  // The same words twice in a row would not be read again.
  message = message === text ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
}

export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => '',
  )
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}
