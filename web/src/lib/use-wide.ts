import { useSyncExternalStore } from 'react'

/** From here on (the breakpoint `sm`) there is room for more than one thing. */
const WIDE = 640

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** Whether the window is wider than a phone. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => window.innerWidth >= WIDE)
