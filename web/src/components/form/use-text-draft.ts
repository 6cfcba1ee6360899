import { useState } from 'react'
import { storage } from '@/lib/storage'

/** A single text that outlives its dialog and an expired session, until it was sent. */
export function useTextDraft(key: string): [string, (text: string) => void, () => void] {
  const name = `draft.${key}`
  const [text, setText] = useState(() => storage.get(name) ?? '')
  const change = (next: string) => {
    setText(next)
    if (next) storage.set(name, next)
    else storage.remove(name)
  }
  return [text, change, () => storage.remove(name)]
}
