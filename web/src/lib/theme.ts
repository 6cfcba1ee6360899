import { useSyncExternalStore } from 'react'
import { storage } from './storage'

export type ThemeChoice = 'light' | 'dark' | 'system'

const KEY = 'theme'
const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

export function themeChoice(): ThemeChoice {
  const stored = storage.get(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function apply(): void {
  const choice = themeChoice()
  const dark = choice === 'dark' || (choice === 'system' && darkSystem().matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

export function chooseTheme(choice: ThemeChoice): void {
  storage.set(KEY, choice)
  apply()
}

/** The first paint is themed by /theme.js; this follows later changes of the system and of other tabs. */
export function followTheme(): void {
  darkSystem().addEventListener('change', apply)
  window.addEventListener('storage', (event) => {
    if (event.key === storage.fullKey(KEY)) apply()
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const unknown = (): ThemeChoice => 'system'

export const useThemeChoice = () => useSyncExternalStore(subscribe, themeChoice, unknown)
