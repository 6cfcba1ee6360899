import { announceFile, fileState, putContent } from '@/api/files'
import { toProblem } from '@/api/problem'
import type { FilePurpose, StoredFile } from '@/api/types'
import { live } from '@/live/live'
import { type Listening, listenFor } from './decision'

/** Where a file is on its way. */
export type Step =
  | { at: 'waiting' }
  | { at: 'preparing' }
  | { at: 'uploading'; sent: number; perSecond: number | null; secondsLeft: number | null }
  | { at: 'checking'; slow: boolean }
  | { at: 'clean' }
  /** The server has looked at it and refused it: sending it again changes nothing. */
  | { at: 'refused'; text: string }
  /** Something went wrong on the way: it may be sent again. */
  | { at: 'failed'; text: string }

interface Watch {
  signal: AbortSignal
  onStep: (step: Step) => void
  /** The server has given it an id. */
  onFile: (file: StoredFile) => void
}

/** Sends a file and waits until it was looked at. Never throws: the last step says how it ended. */
export async function send(file: File, purpose: FilePurpose, watch: Watch): Promise<void> {
  let heard: Listening | undefined
  try {
    watch.onStep({ at: 'preparing' })
    const sha256 = await digest(file)
    const { file: stored, upload } = await announceFile(
      {
        name: file.name,
        contentType: file.type || 'application/octet-stream',
        size: file.size,
        purpose,
        sha256,
      },
      watch.signal,
    )
    watch.onFile(stored)
    heard = listenFor(stored.id, watch.signal)
    watch.onStep({ at: 'uploading', sent: 0, perSecond: null, secondsLeft: null })
    await putContent(upload, file, watch.signal, ({ loaded, rate, estimated }) =>
      watch.onStep({
        at: 'uploading',
        sent: loaded,
        perSecond: rate ?? null,
        secondsLeft: estimated ?? null,
      }),
    )
    await follow(stored.id, watch, heard)
  } catch (error) {
    if (!watch.signal.aborted) watch.onStep(failure(error))
  } finally {
    heard?.stop()
  }
}

/** Waits for the end of the check: it is told over the live connection, and asked for now and then in case it was not. */
export async function follow(
  id: string,
  { signal, onStep }: Omit<Watch, 'onFile'>,
  heard?: Listening,
): Promise<void> {
  const listening = heard ?? listenFor(id, signal)
  const began = Date.now()
  for (let tries = 0; ; tries += 1) {
    const waited = Date.now() - began
    onStep({ at: 'checking', slow: waited > 120_000 })
    // What was sent before this page was opened may be decided already, and is not told again.
    const wait = tries === 0 && (!heard || !live.isOpen()) ? 500 : askAfter(waited)
    const open = live.isOpen()
    const told = await listening.within(wait)
    // Lost while waiting: from now on it is asked for more often.
    if (!told && open && !live.isOpen()) continue
    const file = told ?? (await ask(id, signal))
    if (file?.status === 'clean') return onStep({ at: 'clean' })
    if (file?.status === 'infected' || file?.status === 'rejected') {
      return onStep({ at: 'refused', text: file.problem?.detail ?? 'The file was refused.' })
    }
  }
}

/** Null when there is no connection just now: the file has arrived, so nothing is to be sent again. */
async function ask(id: string, signal: AbortSignal): Promise<StoredFile | null> {
  try {
    return await fileState(id, signal)
  } catch (error) {
    if (signal.aborted || toProblem(error).code !== 'network_error') throw error
    return null
  }
}

function askAfter(waited: number): number {
  if (live.isOpen()) return 15_000
  return waited < 20_000 ? 1000 : 5000
}

/**
 * SHA-256 in base64: with it, the address takes this content alone. Only pages over TLS, and localhost, can make it; a file
 * that changes meanwhile cannot be read, and then its sending says so.
 */
async function digest(file: File): Promise<string | undefined> {
  try {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    return btoa(String.fromCharCode(...bytes))
  } catch {
    return undefined
  }
}

function failure(error: unknown): Step {
  const problem = toProblem(error)
  if (problem.code === 'network_error') {
    return { at: 'failed', text: 'The connection was lost. Nothing else is; send it again.' }
  }
  const named = problem.errors.map(({ message }) => message).join(' ')
  if (problem.status === 422) return { at: 'refused', text: named || problem.detail }
  const wait = problem.retryAfter ? ` Try again in ${problem.retryAfter} seconds.` : ''
  return { at: 'failed', text: `${problem.detail}${wait}` }
}
