import type { View } from './session-slice'
import { personal } from './personal'

/** The side that a person with both roles chose, on this device, until they log out. */

const KEY = 'view'

export const chosenView = {
  get(): View | null {
    const kept = personal.box().get(KEY)
    return kept === 'client' || kept === 'freelancer' ? kept : null
  },
  set: (view: View) => personal.box().set(KEY, view),
}
