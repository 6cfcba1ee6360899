import { personal } from './personal'

const KEY = 'recent-searches'
const MOST = 8

/** What the person searched for on this device, newest first. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(personal.box().get(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberSearch(text: string): void {
  const words = text.trim()
  if (!words) return
  const others = recentSearches().filter((other) => other.toLowerCase() !== words.toLowerCase())
  personal.box().set(KEY, JSON.stringify([words, ...others].slice(0, MOST)))
}
