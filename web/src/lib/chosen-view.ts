import type { View } from './session-slice'
import { storage } from './storage'

/** The side that a person with both roles chose, on this device, until they log out. */

const key = (userId: string) => `view.${userId}`

export const chosenView = {
  get(userId: string): View | null {
    const kept = storage.get(key(userId))
    return kept === 'client' || kept === 'freelancer' ? kept : null
  },
  set: (userId: string, view: View) => storage.set(key(userId), view),
  forget: (userId: string) => storage.remove(key(userId)),
}
