import { type RefObject, useEffect, useEffectEvent, useState } from 'react'

const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false

/** Takes files that are dropped or pasted anywhere in the form (or dialog) around an element. */
export function useDroppedFiles(
  inside: RefObject<HTMLElement | null>,
  take: (files: File[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  const onFiles = useEffectEvent(take)

  useEffect(() => {
    const area = inside.current?.closest<HTMLElement>('form, [role="dialog"]') ?? inside.current
    if (!area) return
    const listeners = {
      dragover: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      },
      dragleave: (event: DragEvent) => {
        if (!area.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      drop: (event: DragEvent) => {
        setOver(false)
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        onFiles([...(event.dataTransfer?.files ?? [])])
      },
      paste: (event: ClipboardEvent) => {
        // Words that are pasted along with a picture of them go into their field.
        if (!hasFiles(event.clipboardData) || event.clipboardData?.types.includes('text/plain')) return
        event.preventDefault()
        onFiles([...(event.clipboardData?.files ?? [])])
      },
    }
    const all = Object.entries(listeners) as [string, EventListener][]
    all.forEach(([name, listener]) => area.addEventListener(name, listener))
    return () => all.forEach(([name, listener]) => area.removeEventListener(name, listener))
  }, [inside])

  return over
}
