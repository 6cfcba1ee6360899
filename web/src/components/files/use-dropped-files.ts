import { type RefObject, useEffect, useEffectEvent, useState } from 'react'

const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false

/** The areas on the page. With one alone, it is clear where something pasted belongs. */
const areas = new Set<HTMLElement>()

/** Takes files that are dropped anywhere in the form (or dialog) around an element, or pasted. */
export function useDroppedFiles(
  inside: RefObject<HTMLElement | null>,
  take: (files: File[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  const onFiles = useEffectEvent(take)

  useEffect(() => {
    const area = inside.current?.closest<HTMLElement>('form, [role="dialog"]') ?? inside.current
    if (!area) return
    areas.add(area)
    const offs = [
      on(area, 'dragover', (event) => {
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      }),
      on(area, 'dragleave', (event) => {
        if (!area.contains(event.relatedTarget as Node | null)) setOver(false)
      }),
      on(area, 'drop', (event) => {
        setOver(false)
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        onFiles([...(event.dataTransfer?.files ?? [])])
      }),
      on(window, 'dragover', keepPage),
      on(window, 'drop', keepPage),
      on(window, 'paste', (event) => {
        if (!isFor(area, event)) return
        event.preventDefault()
        onFiles([...(event.clipboardData?.files ?? [])])
      }),
    ]
    return () => {
      areas.delete(area)
      offs.forEach((off) => off())
    }
  }, [inside])

  return over
}

/** A file that misses the area would be opened by the browser in place of the page, and of what was typed on it. */
function keepPage(event: DragEvent): void {
  if (!hasFiles(event.dataTransfer) || event.defaultPrevented) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
}

function isFor(area: HTMLElement, { target, clipboardData }: ClipboardEvent): boolean {
  if (!hasFiles(clipboardData)) return false
  // Words that are pasted along with a picture of them go into their field.
  if (takesText(target) && clipboardData?.types.includes('text/plain')) return false
  return area.contains(target as Node) || areas.size === 1
}

const takesText = (target: EventTarget | null) =>
  target instanceof Element &&
  !!target.closest(
    'textarea, [contenteditable="true"], input:not([type=file], [type=checkbox], [type=radio])',
  )

function on<Kind extends 'dragover' | 'dragleave' | 'drop' | 'paste'>(
  target: HTMLElement | Window,
  kind: Kind,
  listener: (event: HTMLElementEventMap[Kind]) => void,
): () => void {
  target.addEventListener(kind, listener as EventListener)
  return () => target.removeEventListener(kind, listener as EventListener)
}
