import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** So near to the end counts as there. */
const NEAR = 48

interface Anchor {
  key: string
  top: number
}

const rowsIn = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('[data-key]')]

/** The first row that is seen, and where it stands. */
function anchorOf(box: HTMLElement): Anchor | null {
  const edge = box.getBoundingClientRect().top
  const row = rowsIn(box).find((element) => element.getBoundingClientRect().bottom > edge)
  return row ? { key: row.dataset.key ?? '', top: row.getBoundingClientRect().top - edge } : null
}

/** Puts that row back where it stood. */
function restore(box: HTMLElement, { key, top }: Anchor): void {
  const row = rowsIn(box).find((element) => element.dataset.key === key)
  if (row) box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - top
}

const isNearEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) =>
  scrollHeight - scrollTop - clientHeight <= NEAR

function toEnd(box: HTMLElement): void {
  box.scrollTop = box.scrollHeight
}

/**
 * Keeps the reader's place: at the end whoever is there, and everybody else at the row they look at, whatever comes above or
 * below it. `rows` is what is shown; `hasEnd` says whether its end is the room's.
 */
export function useScroll(box: RefObject<HTMLElement | null>, rows: unknown, hasEnd: boolean) {
  const [atEnd, setAtEnd] = useState(false)
  const sticks = useRef(true)
  const anchor = useRef<Anchor | null>(null)
  const lastTop = useRef(0)

  function note(): void {
    if (!box.current) return
    const near = isNearEnd(box.current)
    // Only who goes up leaves the end: it also moves away when something grows, before this is heard of.
    if (near) sticks.current = true
    else if (box.current.scrollTop < lastTop.current - 1) sticks.current = false
    lastTop.current = box.current.scrollTop
    anchor.current = anchorOf(box.current)
    setAtEnd(near)
  }

  function settle(): void {
    if (!box.current) return
    if (sticks.current && hasEnd) toEnd(box.current)
    else if (anchor.current) restore(box.current, anchor.current)
  }

  useLayoutEffect(() => {
    settle()
    lastTop.current = box.current?.scrollTop ?? 0
    // eslint-disable-next-line react-hooks/set-state-in-effect -- where one is, is known once it is laid out
    note()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when what is shown changes, and only then
  }, [rows, hasEnd])

  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      settle()
      lastTop.current = element.scrollTop
      setAtEnd(isNearEnd(element))
    })
    watch.observe(element)
    if (element.firstElementChild) watch.observe(element.firstElementChild)
    return () => watch.disconnect()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `settle` reads what is so now
  }, [box, hasEnd])

  return {
    atEnd,
    onScroll: note,
    goToEnd: () => {
      if (box.current) toEnd(box.current)
      note()
    },
    /** Shows a row in the middle, or at the top. */
    goTo: (key: string, block: 'center' | 'start') => {
      const row = box.current && rowsIn(box.current).find((element) => element.dataset.key === key)
      if (!row) return
      sticks.current = false
      row.scrollIntoView({ block })
      lastTop.current = box.current?.scrollTop ?? 0
      note()
    },
  }
}
