import { type RefObject, useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { product } from '@/words/common'
import { partWorks } from './part-works'

/** The page shown last, whichever it was. */
let shownPath: string | null = null

/** Names the tab, and after a navigation moves focus to the page's heading so that it is read out. */
export function useArrival(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  const navigation = useNavigationType()

  useEffect(() => {
    document.getElementById('root')?.removeAttribute('inert')
    partWorks(document.getElementById('main'))
  }, [])

  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title])

  useEffect(() => {
    // Not on the first page: the browser begins at the top by itself.
    if (shownPath !== null && shownPath !== pathname) {
      if (navigation !== 'POP') window.scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
    shownPath = pathname
  }, [pathname, navigation])

  return heading
}
