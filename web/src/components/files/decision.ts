import type { StoredFile } from '@/api/types'
import { live } from '@/live/live'

/** Listens from now on for what the check finds: it may be told before anybody waits for it. */
export function listenFor(id: string, signal: AbortSignal) {
  let told: StoredFile | null = null
  let wake = () => {}
  const stop = live.subscribe((frame) => {
    if (frame && (frame.type !== 'file' || frame.file.id !== id)) return
    if (frame) told = frame.file
    wake()
  })
  signal.addEventListener('abort', stop)
  return {
    stop,
    /** The file as it was told. Null when it is time to ask: so long has passed, or the connection came or went. */
    async within(milliseconds: number): Promise<StoredFile | null> {
      signal.throwIfAborted()
      if (!told) await pause(milliseconds, signal, (end) => (wake = end))
      const file = told
      told = null
      return file
    },
  }
}

export type Listening = ReturnType<typeof listenFor>

const pause = (milliseconds: number, signal: AbortSignal, onWait: (end: () => void) => void) =>
  new Promise<void>((resolve, reject) => {
    const cancelled = () => {
      clearTimeout(timer)
      reject(new DOMException('cancelled', 'AbortError'))
    }
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancelled)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', cancelled)
    onWait(end)
  })
