import { dateLocale } from '@/lib/locale'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { keptAt } from './draft-words'
import * as words from './words'

const time = new Intl.DateTimeFormat(dateLocale, { hour: '2-digit', minute: '2-digit' })

interface Props {
  savedAt: string | null
  onDiscard: () => void
}

/** Says that what was typed is safe, and how to begin again. Keeps its place, so that nothing moves. */
export function DraftNote({ savedAt, onDiscard }: Props) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 text-sm text-ink-muted">
      {savedAt && (
        <>
          <span className="flex items-center gap-1.5">
            <Icon name="check" className="size-4" />
            {keptAt(time.format(new Date(savedAt)))}
          </span>
          <Button variant="quiet" size="sm" onClick={onDiscard}>
            {words.startAgain}
          </Button>
        </>
      )}
    </div>
  )
}
