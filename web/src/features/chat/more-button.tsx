import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import * as words from './talk-words'

interface Props {
  label: string
  box: RefObject<HTMLElement | null>
  edge: 'top' | 'bottom'
  load: () => Promise<void>
  onBusy?: (busy: boolean) => void
}

/** So far from the edge, the next page is asked for by itself. */
const AHEAD = 600

function isNear({ scrollTop, scrollHeight, clientHeight }: HTMLElement, edge: 'top' | 'bottom'): boolean {
  // Where nothing is laid out, nothing is near.
  if (clientHeight === 0) return false
  return (edge === 'top' ? scrollTop : scrollHeight - scrollTop - clientHeight) < AHEAD
}

/** More of the history: by itself when its edge comes near, and by the button. Asked for once for each place; by hand after a failure. */
export function MoreButton({ label, box, edge, load, onBusy }: Props) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const asked = useRef(false)

  async function ask(): Promise<void> {
    if (asked.current) return
    asked.current = true
    setState('busy')
    onBusy?.(true)
    try {
      await load()
    } catch {
      asked.current = false
      setState('failed')
    } finally {
      // After what has come is on the page: it is not read out.
      requestAnimationFrame(() => onBusy?.(false))
    }
  }

  const look = useEffectEvent(() => {
    if (box.current && state === 'idle' && isNear(box.current, edge)) void ask()
  })
  useEffect(() => {
    const element = box.current
    const frame = requestAnimationFrame(look)
    element?.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      element?.removeEventListener('scroll', look)
    }
  }, [box])

  return (
    <div className="flex flex-col items-center gap-2 py-3">
      {state === 'failed' && (
        <p role="alert" className="text-sm text-danger">
          {words.historyNotLoaded}
        </p>
      )}
      <Button variant="quiet" size="sm" busy={state === 'busy'} onClick={() => void ask()}>
        {label}
      </Button>
    </div>
  )
}
