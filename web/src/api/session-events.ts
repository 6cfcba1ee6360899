import type { User } from './types'

/** What the HTTP layer tells the store, without knowing it. */
export const sessionEvents: {
  signedIn: (user: User) => void
  ended: (why: 'expired' | 'logged-out') => void
  /** Something dangerous wants the password once more. False when the person would rather not. */
  confirm: () => Promise<boolean>
} = {
  signedIn: () => undefined,
  ended: () => undefined,
  confirm: () => Promise.resolve(false),
}
