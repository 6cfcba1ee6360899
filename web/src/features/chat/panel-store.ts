import { useSyncExternalStore } from 'react'

/** Which room is open beside the page. Light: whatever opens one does not load the chat for it. */

let roomId: string | null = null
const listeners = new Set<() => void>()

function set(next: string | null): void {
  roomId = next
  for (const listener of listeners) listener()
}

export const panel = {
  open: (room: string) => set(room),
  close: () => set(null),
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePanel = () =>
  useSyncExternalStore(
    subscribe,
    () => roomId,
    () => null,
  )

/** From here on there is room for it beside a page. */
const wide = () => window.matchMedia?.('(min-width: 80rem)')

function onWidth(listener: () => void): () => void {
  const query = wide()
  query?.addEventListener('change', listener)
  return () => query?.removeEventListener('change', listener)
}

export const hasRoomBeside = () => wide()?.matches ?? false
export const useRoomBeside = () => useSyncExternalStore(onWidth, hasRoomBeside, () => false)
