import { storage } from './storage'

const KEY = 'recent-searches'
const MOST = 8

/** What was searched for on this device, newest first. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(storage.get(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberSearch(text: string): void {
  const words = text.trim()
  if (!words) return
  const others = recentSearches().filter((other) => other.toLowerCase() !== words.toLowerCase())
  storage.set(KEY, JSON.stringify([words, ...others].slice(0, MOST)))
}
