import { storage } from './storage'

const KEY = 'reloaded-at'
const AGAIN_AFTER = 60_000

/**
 * A part of the application could not be fetched: the network failed, or a new version has replaced it. A reload fetches
 * the parts that exist now; what was typed into a form is kept on this device. Not twice in a minute: then it is no help.
 */
export function reloadOnce(event: Event, now = Date.now(), reload = () => window.location.reload()): void {
  // Offline, a reload would take away even what is there.
  if (!navigator.onLine) return
  const before = Number(storage.get(KEY) ?? 0)
  if (now - before < AGAIN_AFTER) return
  storage.set(KEY, String(now))
  event.preventDefault()
  reload()
}
