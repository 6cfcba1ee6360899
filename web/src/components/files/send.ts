import { announceFile, putContent } from '@/api/files'
import type { FilePurpose, StoredFile } from '@/api/types'
import { announcementKey } from './announcement-key'
import { listenFor, type Listening } from './decision'
import { digest, Unreadable } from './digest'
import { follow, type Watch } from './follow'
import { failure } from './step'
import * as words from './words'

interface SendWatch extends Watch {
  /** The server has given it an id. */
  onFile: (file: StoredFile) => void
}

const unreadable = words.unreadable

/** Sends a file and waits until it was looked at. Never throws: the last step says how it ended. */
export async function send(file: File, purpose: FilePurpose, watch: SendWatch): Promise<void> {
  let heard: Listening | undefined
  try {
    watch.onStep({ at: 'preparing' })
    const { file: stored, upload } = await announceFile(
      {
        name: file.name,
        contentType: file.type || 'application/octet-stream',
        size: file.size,
        purpose,
        sha256: await digest(file, watch.signal),
      },
      announcementKey.of(file),
      watch.signal,
    )
    announcementKey.answered(file)
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
    if (watch.signal.aborted) return
    watch.onStep(error instanceof Unreadable ? { at: 'failed', text: unreadable } : failure(error))
  } finally {
    heard?.stop()
  }
}
