import { useAppSelector } from '@/lib/store-parts'
import { chatOf } from './state/slice'
import * as words from './words'

/** That the other side is writing. Its place is kept, so that nothing moves. */
export function TypingHint({ roomId, name }: { roomId: string; name: string }) {
  const at = useAppSelector((state) => chatOf(state).typing[roomId])
  return (
    <p role="status" className="h-5 shrink-0 truncate px-4 text-xs text-ink-muted">
      {at ? words.writing(<bdi>{name}</bdi>) : null}
    </p>
  )
}
