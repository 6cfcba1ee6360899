import { useEffect } from 'react'
import { upTo99, useUnreadTotal } from '@/lib/unread'
import { countBefore } from './words'

const COUNT = /^\(\d+\+?\) /

/** Says in the tab's title how much is new, whatever page names the tab. Here, since a visit does not need it. */
export function TitleCount() {
  const count = useUnreadTotal()
  useEffect(() => {
    const show = () => {
      const name = document.title.replace(COUNT, '')
      const wanted = count > 0 ? countBefore(upTo99(count), name) : name
      if (document.title !== wanted) document.title = wanted
    }
    show()
    const watch = new MutationObserver(show)
    const title = document.querySelector('title')
    if (title) watch.observe(title, { childList: true })
    return () => watch.disconnect()
  }, [count])
  return null
}
