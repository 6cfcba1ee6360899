import { storage } from './storage'

/**
 * What is kept on this device for the person who is signed in: drafts, searches, choices. It stays when a session ends
 * by itself, and goes when they log out. Nobody else on the same browser gets to see it.
 */
export interface Box {
  get: (key: string) => string | null
  set: (key: string, value: string) => void
  remove: (key: string) => void
}

const PREFIX = 'of.'

interface Owned extends Box {
  owner: string
  forget: () => void
}

function boxOf(owner: string): Owned {
  const name = (key: string) => `${PREFIX}${owner}.${key}`
  // A page that is left after the person logged out may still want to save what was typed last.
  let forgotten = false
  return {
    owner,
    get: (key) => storage.get(name(key)),
    set: (key, value) => {
      if (!forgotten) storage.set(name(key), value)
    },
    remove: (key) => storage.remove(name(key)),
    forget: () => {
      forgotten = true
      storage.removeAll(name(''))
    },
  }
}

/** Visitors are nobody in particular: what they leave lasts as long as the page. */
function boxOfVisitor(): Box {
  const kept = new Map<string, string>()
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  }
}

let owned: Owned | null = null
let visitors = boxOfVisitor()

export const personal = {
  /** Of whoever is here now. Whoever writes later keeps the box, so that nothing lands in somebody else's. */
  box: (): Box => owned ?? visitors,
  signedIn: (userId: string) => {
    if (owned?.owner !== userId) owned = boxOf(userId)
    visitors = boxOfVisitor()
  },
  ended: ({ forget }: { forget: boolean }) => {
    if (forget) owned?.forget()
    owned = null
    visitors = boxOfVisitor()
  },
}
