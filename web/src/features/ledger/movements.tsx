import type { Contract, LedgerEntry } from '@/api/types'
import { Card } from '@/components/ui/card'
import { Icon, type IconName } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import { formatDateTime } from '@/lib/time'
import { movement } from './movement'
import type { Verdict } from './verify'
import * as words from './words'

interface Props {
  entries: LedgerEntry[]
  contract: Contract
  verdict: Verdict
}

type Mark = { icon: IconName; look: string; text?: string }

const neutral: Mark = { icon: 'circle', look: 'text-ink-muted' }

/** What the check says of one entry. */
function markOf(entry: LedgerEntry, place: number, verdict: Verdict): Mark {
  if (entry.sequence === null) return { ...neutral, text: words.before }
  if (verdict.kind === 'broken') {
    if (place === verdict.at) return { icon: 'alert', look: 'text-danger', text: words.isBroken }
    if (place > verdict.at) return neutral
  }
  if (verdict.kind === 'broken' || verdict.kind === 'whole')
    return { icon: 'check-circle', look: 'text-success' }
  return neutral
}

/** One line for each movement, oldest first. */
export function Movements({ entries, contract, verdict }: Props) {
  return (
    <Card flush>
      <ol aria-label={words.movements} className="divide-y divide-line">
        {entries.map((entry, place) => {
          const mark = markOf(entry, place, verdict)
          return (
            <li key={entry.id} className="flex gap-3 p-4 sm:px-6">
              <span className={cx('mt-0.5 shrink-0', mark.look)}>
                <Icon name={mark.icon} />
              </span>
              <div className="min-w-0">
                <p className="wrap-anywhere">{movement(entry, contract)}</p>
                <p className="tabular text-sm text-ink-muted">{formatDateTime(entry.at)}</p>
                {mark.text && <p className={cx('text-sm font-semibold', mark.look)}>{mark.text}</p>}
                {mark.text === words.before && <p className="text-sm text-ink-muted">{words.beforeText}</p>}
                {entry.hash && (
                  <p className="mt-1 text-xs wrap-anywhere text-ink-muted">
                    <span className="sr-only">{words.fingerprint} </span>
                    <code>{entry.hash}</code>
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
