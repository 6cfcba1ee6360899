import { useSyncExternalStore } from 'react'

/** How much is new, by kind: whoever counts it says so here, and the frame and the tab's title show it. */

type Kind = 'messages' | 'notifications'

const counts = new Map<Kind, number>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const total = () => [...counts.values()].reduce((sum, count) => sum + count, 0)
const none = () => 0

export const unread = {
  set(kind: Kind, count: number): void {
    if (counts.get(kind) === count) return
    counts.set(kind, count)
    for (const listener of listeners) listener()
  },
}

export const useUnread = (kind: Kind): number =>
  useSyncExternalStore(subscribe, () => counts.get(kind) ?? 0, none)

export const useUnreadTotal = (): number => useSyncExternalStore(subscribe, total, none)

/** Beyond 99 nobody counts. */
export const upTo99 = (count: number): string => (count > 99 ? '99+' : String(count))
