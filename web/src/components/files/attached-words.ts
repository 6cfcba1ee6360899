import type { ReactNode } from 'react'
import { rich, type Wrap } from '@/lib/rich'

export const attachedFiles = 'Attached files'
export const download = (aside: Wrap, name: ReactNode, size: ReactNode) =>
  rich`${aside('Download')} ${name} ${size}`
export const gone = (name: ReactNode) => rich`“${name}” is no longer there.`
export const notDownloaded = (name: ReactNode) => rich`“${name}” couldn’t be downloaded. Try again.`
