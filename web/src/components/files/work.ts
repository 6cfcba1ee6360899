import type { FileRef } from '@/api/types'

/** A piece of work, as far as it can be looked at. */
export interface Work {
  title: string
  /** Its picture, or that of its PDF's first page. */
  pictureId: string | null
  /** Its file, unless that is a picture. */
  file?: FileRef | null
}
