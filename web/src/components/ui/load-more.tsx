import { useEffect, useRef } from 'react'
import { announce } from './announcer'
import { Button } from './button'

interface Props {
  count: number
  hasMore: boolean
  busy: boolean
  failed?: boolean
  onMore: () => void
  noun: string
}

/**
 * Asks for the next page. Focus stays on the button while there is more; with the last page it would vanish under
 * the person, so it moves to the note that takes its place.
 */
export function LoadMore({ count, hasMore, busy, failed, onMore, noun }: Props) {
  const used = useRef(false)
  const end = useRef<HTMLParagraphElement>(null)
  const before = useRef(count)

  useEffect(() => {
    if (busy || !used.current) return
    if (count > before.current) announce(`${count - before.current} more ${noun}. ${count} in all.`)
    before.current = count
    if (!hasMore) {
      end.current?.focus()
      used.current = false
    }
  }, [busy, count, hasMore, noun])

  if (!hasMore) {
    return (
      <p ref={end} tabIndex={-1} className="py-4 text-center text-sm text-ink-muted">
        {count > 0 ? 'End of the list' : ''}
      </p>
    )
  }
  return (
    <div className="flex flex-col items-center gap-2 py-4">
      {failed && (
        <p role="alert" className="text-sm text-danger">
          Could not load more. Please try again.
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
        Show more
      </Button>
    </div>
  )
}
