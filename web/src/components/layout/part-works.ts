import { type RefObject, useEffect, useRef } from 'react'

/**
 * Says that a part of the frame works from now on. Parts, marked by `data-part`, come one by one, each with its own code, and may
 * have been painted before that has come: what was pressed in one until now is kept by public/theme.js, which does it now.
 */
export function partWorks(part: HTMLElement | null): void {
  if (part?.dataset.part !== 'waits') return
  part.dataset.part = 'works'
  part.dispatchEvent(new Event('part-works', { bubbles: true }))
}

/** For the element of a part that works as soon as it is drawn. */
export function usePart<T extends HTMLElement>(): RefObject<T | null> {
  const part = useRef<T>(null)
  useEffect(() => partWorks(part.current), [])
  return part
}
