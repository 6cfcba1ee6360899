import { useEffect, useRef } from 'react'
import { announce } from './announcer'
import { Button } from './button'
import * as words from './list-words'

interface Props {
  count: number
  hasMore: boolean
  busy: boolean
  failed?: boolean
  onMore: () => void
}

/**
 * Asks for the next page. Focus stays on the button while there is more; with the last page it would vanish under
 * the person, so it moves to the note that takes its place.
 */
export function LoadMore({ count, hasMore, busy, failed, onMore }: Props) {
  const used = useRef(false)
  const end = useRef<HTMLParagraphElement>(null)
  const before = useRef(count)

  useEffect(() => {
    if (busy || !used.current) return
    if (count > before.current) announce(words.moreLoaded(count - before.current, count))
    before.current = count
    if (!hasMore) {
      end.current?.focus()
      used.current = false
    }
  }, [busy, count, hasMore])

  if (!hasMore) {
    return (
      <p ref={end} tabIndex={-1} className="py-4 text-center text-sm text-ink-muted">
        {count > 0 ? words.endOfList : ''}
      </p>
    )
  }
  return (
    <div className="flex flex-col items-center gap-2 py-4">
      {failed && (
        <p role="alert" className="text-sm text-danger">
          {words.moreNotLoaded}
        </p>
      )}
      <Button
        variant="secondary"
        busy={busy}
        onClick={() => {
          used.current = true
          before.current = count
          onMore()
        }}
      >
        {words.showMore}
      </Button>
    </div>
  )
}
