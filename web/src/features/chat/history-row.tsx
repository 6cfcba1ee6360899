import type { Place } from '@/api/types'
import { cx } from '@/lib/class-names'
import { MessageRow } from './message-row'
import { OutgoingRow } from './outgoing-row'
import { dayName } from './view/days'
import type { Row } from './view/rows'
import * as words from './talk-words'

/** A message that is shown among those around it, and what was found in it. */
export interface Focus {
  id: string
  places: Place[]
}

interface Props {
  row: Row
  now: number
  ownId: string
  other: string
  state?: 'sent' | 'delivered' | 'seen'
  focus: Focus | null
}

const line = 'flex items-center gap-3 py-3 text-xs font-semibold'

export function HistoryRow({ row, now, ownId, other, state, focus }: Props) {
  if (row.kind === 'day' || row.kind === 'new') {
    const isNew = row.kind === 'new'
    return (
      <li data-key={row.key} className={cx(line, isNew ? 'text-accent-text' : 'text-ink-muted')}>
        <span className={cx('h-px flex-1', isNew ? 'bg-accent' : 'bg-line')} />
        {isNew ? words.newMessages : dayName(row.time, now)}
        <span className={cx('h-px flex-1', isNew ? 'bg-accent' : 'bg-line')} />
      </li>
    )
  }
  const isFocus = row.kind === 'message' && row.message.id === focus?.id
  return (
    <li
      data-key={row.key}
      tabIndex={isFocus ? -1 : undefined}
      className={cx(
        row.isFirst && 'pt-3',
        isFocus && 'rounded-card outline-2 outline-offset-2 outline-focus',
      )}
    >
      {row.kind === 'outgoing' ? (
        <OutgoingRow item={row.item} isFirst={row.isFirst} />
      ) : (
        <MessageRow
          message={row.message}
          isOwn={row.message.senderId === ownId}
          other={other}
          isFirst={row.isFirst}
          state={state}
          places={isFocus ? focus?.places : undefined}
        />
      )}
    </li>
  )
}
