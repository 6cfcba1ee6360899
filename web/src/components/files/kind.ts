import type { FileRef } from '@/api/types'

/** What browsers show in an `<img>`, where no script of a file's runs. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

/** A larger picture is not worth its download for a thumbnail. */
const MOST = 5 * 1024 * 1024

export const isShown = ({ contentType, size }: Pick<FileRef, 'contentType' | 'size'>) =>
  PICTURES.includes(contentType) && size <= MOST

/** What has a picture: it is one, or the first page of it was drawn. */
export const hasPicture = (file: Pick<FileRef, 'contentType' | 'size' | 'hasPreview'>) =>
  file.hasPreview || isShown(file)

/** Film and sound, which browsers play where they know how. */
export const isPlayed = ({ contentType }: Pick<FileRef, 'contentType'>) =>
  /^(video|audio)\//.test(contentType)
