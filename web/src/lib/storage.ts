/** localStorage that never throws: it may be full or switched off, and nothing here is worth a crash. */

const name = (key: string) => `proconnect.${key}`

export const storage = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(name(key))
    } catch {
      return null
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(name(key), value)
    } catch {
      // The page works without it.
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(name(key))
    } catch {
      // The page works without it.
    }
  },
  /** Everything whose key begins so. */
  removeAll(prefix: string): void {
    try {
      for (const key of Object.keys(localStorage))
        if (key.startsWith(name(prefix))) localStorage.removeItem(key)
    } catch {
      // The page works without it.
    }
  },
  fullKey: name,
}
