import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import * as words from './own-words'
import type { Clash } from './task-values'

interface Props {
  clashes: Clash[]
  onTake: (clash: Clash) => void
  onKeep: (clash: Clash) => void
}

/** What two windows have made of the same field: nothing is lost, and the person chooses. */
export function ClashNotice({ clashes, onTake, onKeep }: Props) {
  if (clashes.length === 0) return null
  return (
    <Notice tone="warning" live title={words.clashTitle}>
      <p>{words.clashText}</p>
      <ul className="mt-3 space-y-3">
        {clashes.map((clash) => (
          <li key={clash.field}>
            <p className="wrap-anywhere">{said(clash)}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button size="sm" variant="secondary" onClick={() => onTake(clash)}>
                {words.takeTheirs}
              </Button>
              <Button size="sm" variant="quiet" onClick={() => onKeep(clash)}>
                {words.keepMine}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function said({ field, theirs }: Clash) {
  if (field === 'description') return words.clashRich
  const text = Array.isArray(theirs) ? theirs.join(', ') : theirs
  return words.clashField(words.fields[field], <bdi>{text}</bdi>)
}
