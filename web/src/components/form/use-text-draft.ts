import { useState } from 'react'
import { personal } from '@/lib/personal'

/** A single text that outlives its dialog and an expired session, until it was sent. */
export function useTextDraft(key: string): [string, (text: string) => void, () => void] {
  const name = `draft.${key}`
  const [box] = useState(personal.box)
  const [text, setText] = useState(() => box.get(name) ?? '')
  const change = (next: string) => {
    setText(next)
    if (next) box.set(name, next)
    else box.remove(name)
  }
  return [text, change, () => box.remove(name)]
}
