import { live } from '@/live/live'
import { storage } from '@/lib/storage'

/** Whoever touches nothing for so long, in any tab, is away. */
const IDLE_AFTER = 5 * 60_000
const LOOK_EVERY = 30_000
const ACTIVE = 'active'
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Tells the server when nobody is at this browser any more, and when somebody is back. */
export function tellIdle(): () => void {
  let isAway = false
  let noted = 0

  const idleFor = () => Date.now() - Math.max(noted, Number(storage.get(ACTIVE)) || 0)

  function look(): void {
    const idle = idleFor() > IDLE_AFTER
    if (idle !== isAway && live.send({ action: 'presence', status: idle ? 'away' : 'online' })) isAway = idle
  }

  function onSign(): void {
    const now = Date.now()
    if (now - noted < LOOK_EVERY && !isAway) return
    noted = now
    storage.set(ACTIVE, String(now))
    look()
  }

  const onShown = () => document.visibilityState === 'visible' && onSign()
  // A new connection counts as somebody who is there.
  const stop = live.subscribe((frame) => {
    if (frame || !live.isOpen()) return
    isAway = false
    look()
  })
  onSign()
  SIGNS.forEach((sign) => window.addEventListener(sign, onSign, { passive: true }))
  document.addEventListener('visibilitychange', onShown)
  const timer = setInterval(look, LOOK_EVERY)
  return () => {
    stop()
    clearInterval(timer)
    SIGNS.forEach((sign) => window.removeEventListener(sign, onSign))
    document.removeEventListener('visibilitychange', onShown)
  }
}
