import type { KeyboardEvent } from 'react'

/** Fingers have no Shift: there, Enter begins a line, and the button sends. */
const isTouch = () => window.matchMedia?.('(pointer: coarse)').matches ?? false

/**
 * Whether a key sends what was written. Enter that confirms a candidate of an input method does not: browsers tell it by
 * `isComposing`, and Safari, which has ended the composition by then, by the code 229. A key that is held down sends once, and
 * begins no lines.
 */
export function isSendKey(event: KeyboardEvent): 'send' | 'held' | null {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return null
  if (event.nativeEvent.isComposing || event.keyCode === 229) return null
  if (isTouch() && !event.ctrlKey && !event.metaKey) return null
  return event.repeat ? 'held' : 'send'
}
