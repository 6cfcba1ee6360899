/**
 * Several tabs hear the same. By the browser's locks one of them speaks, and knows what the others show: a lock is given
 * back when its tab goes, however it goes.
 */

const seen = (path: string) => `proconnect.sees ${path}`

function hold(name: string, mode: LockMode, onHeld?: () => void): () => void {
  const end = new AbortController()
  const { signal } = end
  const untilEnd = () =>
    new Promise<void>((resolve) => {
      onHeld?.()
      signal.addEventListener('abort', () => resolve())
    })
  void navigator.locks?.request(name, { mode, signal }, untilEnd).catch(() => undefined)
  return () => end.abort()
}

/** One tab of a person leads, until it goes. Without locks each does, and what they show has one name. */
export function takeLead(userId: string): { leads: () => boolean; end: () => void } {
  let leads = navigator.locks === undefined
  const end = hold(`proconnect.notifies ${userId}`, 'exclusive', () => {
    leads = true
  })
  return { leads: () => leads, end }
}

/** Says to the other tabs that this page is looked at, for as long as it is. */
export function showsPage(path: string): () => void {
  let release: (() => void) | null = null
  const look = () => {
    const visible = document.visibilityState === 'visible'
    if (visible) release ??= hold(seen(path), 'shared')
    else {
      release?.()
      release = null
    }
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    document.removeEventListener('visibilitychange', look)
    release?.()
  }
}

/** Whether somebody looks at the page in any tab. */
export async function isSeen(path: string): Promise<boolean> {
  const [pathname = ''] = path.split(/[?#]/)
  if (!navigator.locks) return document.visibilityState === 'visible' && window.location.pathname === pathname
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === seen(pathname))
}
