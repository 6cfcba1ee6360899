import type { FilePurpose, FileRef } from '@/api/types'
import * as words from './limit-words'

/** What is refused before a byte is sent. The server has the same rules: shared/domain/src/file.rs. */

const MB = 1024 * 1024
const MAX_FILES = 10
const PICTURES = ['image/jpeg', 'image/png', 'image/webp']

export const accepted = (purpose: FilePurpose) => (purpose === 'avatar' ? PICTURES.join(',') : undefined)
export const maxFiles = (purpose: FilePurpose) =>
  purpose === 'avatar' || purpose === 'portfolio' ? 1 : MAX_FILES

/** Whether it is kept as a picture, made smaller and shown to everybody. */
export const isPicture = ({ type }: Pick<File, 'type'>, purpose: FilePurpose) =>
  purpose === 'avatar' || (purpose === 'portfolio' && PICTURES.includes(type))

/** Why a file cannot be sent; null when it can. */
export function refusal(file: File, purpose: FilePurpose): string | null {
  const picture = isPicture(file, purpose)
  if (file.size === 0) return words.empty
  if (file.size > (picture ? 10 : 50) * MB) return picture ? words.pictureTooLarge : words.fileTooLarge
  if (picture && !PICTURES.includes(file.type)) return words.noPicture
  return null
}

/** `48.2 KB`, `1.5 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const [amount, unit] = bytes < MB ? [bytes / 1024, 'KB'] : [bytes / MB, 'MB']
  return `${amount < 10 ? amount.toFixed(1).replace('.0', '') : Math.round(amount)} ${unit}`
}

/** `PDF`, `ZIP`: by the end of the name, which the scan has held against the content. Nothing that is longer than a kind. */
export function kindOf({ name }: Pick<FileRef, 'name'>): string {
  const end = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1]
  return end?.toUpperCase() ?? ''
}
