import type { FilePurpose } from '@/api/types'

/** What is refused before a byte is sent. The server has the same rules: shared/domain/src/file.rs. */

const MB = 1024 * 1024
const MAX_FILES = 10
const PICTURES = ['image/jpeg', 'image/png', 'image/webp']

export const isPicture = (purpose: FilePurpose) => purpose === 'avatar' || purpose === 'portfolio'
export const accepted = (purpose: FilePurpose) => (isPicture(purpose) ? PICTURES.join(',') : undefined)
export const maxFiles = (purpose: FilePurpose) => (isPicture(purpose) ? 1 : MAX_FILES)

/** Why a file cannot be sent; null when it can. */
export function refusal(file: File, purpose: FilePurpose): string | null {
  const most = isPicture(purpose) ? 10 : 50
  if (file.size === 0) return 'The file is empty.'
  if (file.size > most * MB) return `The file is larger than ${most} MB.`
  if (isPicture(purpose) && !PICTURES.includes(file.type)) return 'Choose a picture: JPEG, PNG or WebP.'
  return null
}

/** `48.2 KB`, `1.5 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const [amount, unit] = bytes < MB ? [bytes / 1024, 'KB'] : [bytes / MB, 'MB']
  return `${amount < 10 ? amount.toFixed(1).replace('.0', '') : Math.round(amount)} ${unit}`
}
