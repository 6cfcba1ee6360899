import type { ReactNode } from 'react'
import { rich } from '@/lib/rich'

export const lookAt = (title: string) => `Look at ${title}`
/** `PDF · 2.4 MB` */
export const kindAndSize = (kind: string, size: string) => `${kind} · ${size}`
export const loading = 'Loading the file'
/** What the first page of a PDF is called that shows a piece of work. */
export const firstPageOf = (title: string) => `First page of ${title}`
export const pictureGone = 'This picture is no longer there.'
export const notPlayed = (name: ReactNode) =>
  rich`Your browser can’t play “${name}” here. Download it to watch or hear it.`
export const notLoaded = (name: ReactNode) => rich`“${name}” couldn’t be loaded. It may no longer be there.`
