import { type RefObject, useLayoutEffect } from 'react'

function fit(field: HTMLTextAreaElement): void {
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}

/** A field is as high as what is in it; its style says how high at most. */
export function useGrowing(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    if (area.current) fit(area.current)
  }, [area, text])
}
