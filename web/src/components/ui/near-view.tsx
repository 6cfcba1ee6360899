import { type ReactNode, useEffect, useRef, useState } from 'react'

interface Props {
  children: ReactNode
  className?: string
  /** Within a line of text, or a button. */
  as?: 'div' | 'span'
}

/** Shows its content once its place is about to be seen: what is far down asks for nothing before that. */
export function NearView({ children, className, as: Place = 'div' }: Props) {
  const place = useRef<HTMLDivElement & HTMLSpanElement>(null)
  const [near, setNear] = useState(() => typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    if (near || !place.current) return
    const watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '300px' },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [near])
  return near ? children : <Place ref={place} className={className} />
}
