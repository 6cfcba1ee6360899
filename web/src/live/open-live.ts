import { liveTicket } from '@/api/ticket'
import { LiveConnection } from './connection'
import { live } from './live'

/** Lost for so long, what is on the page may be old: the person is told, and it is asked for again afterwards. */
export const NOTICED_AFTER = 10_000
/** Switching between tabs is no reason to ask the server whether it is there. */
const SILENT = 30_000

/** Keeps a connection open until the answer is called. `onBack`: it was lost for a while, and frames with it. */
export function openLive(onBack: () => void): () => void {
  let lostAt: number | null = null
  const connection = new LiveConnection({
    ticket: liveTicket,
    onFrame: live.tell,
    onChange(open) {
      live.changed(open)
      if (open && lostAt !== null && Date.now() - lostAt >= NOTICED_AFTER) onBack()
      lostAt = open ? null : Date.now()
    },
  })
  const online = () => connection.wake()
  const shown = () => {
    if (document.visibilityState === 'visible') connection.wake(SILENT)
  }
  window.addEventListener('online', online)
  document.addEventListener('visibilitychange', shown)
  live.speaks({ send: (frame) => connection.send(frame), check: online })
  connection.start()
  return () => {
    live.speaks(null)
    window.removeEventListener('online', online)
    document.removeEventListener('visibilitychange', shown)
    connection.stop()
  }
}
