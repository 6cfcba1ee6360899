/** Whose address waits for its code. Kept for this tab, so that a reload does not lose it. */

const KEY = 'proconnect.verifying'

export const verifying = {
  get(): string {
    try {
      return sessionStorage.getItem(KEY) ?? ''
    } catch {
      return ''
    }
  },
  set(email: string): void {
    try {
      sessionStorage.setItem(KEY, email)
    } catch {
      // The page asks for the address instead.
    }
  },
  forget(): void {
    try {
      sessionStorage.removeItem(KEY)
    } catch {
      // Then nothing was kept.
    }
  },
}
