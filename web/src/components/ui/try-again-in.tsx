import { useEffect, useEffectEvent, useState } from 'react'
import * as words from './words'

interface Props {
  /** In how many seconds it is tried again by itself, from now on. */
  seconds: number
  onDue?: () => void
}

const secondsTo = (at: number) => Math.max(0, Math.ceil((at - Date.now()) / 1000))

/** “Trying again in 42 s”, counting. Not a live region: nobody wants to hear each second. */
export function TryAgainIn({ seconds, onDue }: Props) {
  const [at] = useState(() => Date.now() + seconds * 1000)
  const [left, setLeft] = useState(Math.ceil(seconds))
  const due = useEffectEvent(() => onDue?.())
  useEffect(() => {
    const tick = () => {
      const now = secondsTo(at)
      setLeft(now)
      if (now > 0) return
      clearInterval(timer)
      due()
    }
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [at])
  return <span className="tabular">{left > 0 ? words.tryingAgainIn(left) : words.tryingAgain}</span>
}
