import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Message } from '@/api/types'
import type { Focus } from '../history-row'
import { keyOf } from './rows'
import { useScroll } from './use-scroll'

/** What one writes oneself is shown, wherever one has scrolled to. */
export function useOwnScroll(
  box: RefObject<HTMLDivElement | null>,
  messages: unknown[],
  outgoing: { clientId: string }[],
  hasEnd: boolean,
) {
  const rows = useMemo(() => [messages, outgoing], [messages, outgoing])
  const scroll = useScroll(box, rows, hasEnd)
  const newest = outgoing.at(-1)?.clientId
  const known = useRef(newest)
  useEffect(() => {
    if (newest && newest !== known.current) scroll.goToEnd()
    known.current = newest
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when something new was written
  }, [newest])
  return scroll
}

type GoTo = (key: string, block: 'center' | 'start') => void

/** Goes to a message in the middle, once it is there. */
export function useGoing(focus: Focus | null, messages: Message[], ownId: string, goTo: GoTo): void {
  const target = focus && messages.find(({ id }) => id === focus.id)
  const key = target ? keyOf(target, ownId) : null
  useEffect(() => {
    if (!key) return
    goTo(key, 'center')
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each place
  }, [key, focus])
}

/** A room with something new opens where that begins. */
export function useFirstLine(lineAt: string | null, focus: Focus | null, goTo: GoTo): void {
  const done = useRef(false)
  useEffect(() => {
    if (!lineAt || done.current) return
    done.current = true
    if (!focus) goTo('new', 'start')
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [lineAt])
}
