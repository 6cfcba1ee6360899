import { useEffect } from 'react'

/** Below this, it is the browser's own bar that comes and goes. */
const LEAST = 120

/** Keeps `--keyboard` at the height of a phone's keyboard, which covers the page in some browsers instead of making it smaller. */
export function useKeyboard(): void {
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    const root = document.documentElement
    const follow = () => {
      // Zoomed in, less is seen, and nothing is covered.
      const covered = view.scale > 1.05 ? 0 : window.innerHeight - view.height
      const height = covered > LEAST ? covered : 0
      root.style.setProperty('--keyboard', `${height}px`)
      if (height > 0) window.scrollTo(0, 0)
    }
    view.addEventListener('resize', follow)
    return () => {
      view.removeEventListener('resize', follow)
      root.style.removeProperty('--keyboard')
    }
  }, [])
}
