import type { FileRef } from '@/api/types'

/** A piece of work, as far as it can be looked at. */
export interface Work {
  title: string
  /** Its file, if that is a picture. */
  pictureId: string | null
  /** Its file, if that is anything else. */
  file?: FileRef | null
}
