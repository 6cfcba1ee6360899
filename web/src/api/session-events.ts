import type { User } from './types'

/** What the HTTP layer tells the store, without knowing it. */
export const sessionEvents: {
  signedIn: (user: User) => void
  ended: (why: 'expired' | 'logged-out') => void
} = {
  signedIn: () => undefined,
  ended: () => undefined,
}
