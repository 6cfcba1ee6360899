import axios, { type AxiosProgressEvent } from 'axios'
import { http } from './http'
import type { AnnouncedFile, FilePurpose, StoredFile } from './types'

/** Files are sent and looked at outside the cache: their state changes by itself until it is final. */

interface Announcement {
  name: string
  contentType: string
  size: number
  purpose: FilePurpose
  sha256?: string
}

export async function announceFile(
  body: Announcement,
  key: string,
  signal: AbortSignal,
): Promise<AnnouncedFile> {
  const headers = { 'Idempotency-Key': key }
  return (await http.post<AnnouncedFile>('/files', body, { headers, signal })).data
}

export async function fileState(id: string, signal?: AbortSignal): Promise<StoredFile> {
  return (await http.get<StoredFile>(`/files/${id}`, { signal })).data
}

export async function removeFile(id: string): Promise<void> {
  await http.delete(`/files/${id}`)
}

// A script may not set it; the browser does.
const FORBIDDEN = ['content-length', 'host']

/** Sends the content to the bucket. Without the access token, which is none of the bucket's business. */
export async function putContent(
  upload: AnnouncedFile['upload'],
  content: Blob,
  signal: AbortSignal,
  onUploadProgress: (event: AxiosProgressEvent) => void,
): Promise<void> {
  const headers = Object.entries(upload.headers).filter(([name]) => !FORBIDDEN.includes(name.toLowerCase()))
  await axios.put(upload.url, content, {
    headers: Object.fromEntries(headers),
    signal,
    onUploadProgress,
    transformRequest: (body: Blob) => body,
  })
}

/** Opens the download; the address is good for a few minutes, so it is asked for each time. */
export async function download(id: string): Promise<void> {
  const { downloadUrl } = await fileState(id)
  if (!downloadUrl) throw new Error('not clean')
  window.location.assign(downloadUrl)
}

export { pictureUrl } from '@/lib/picture-url'
