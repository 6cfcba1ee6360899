import type { ReactNode } from 'react'
import { cx } from '@/lib/class-names'
import { formatMoney } from '@/lib/format'
import { DAY, formatDateTime, timeLeft } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Clock } from '@/api/types'
import { Icon } from './icon'

interface Props {
  clock: Clock
  /** Whether the reader is the one who must act. */
  mine: boolean
  /** The name of the one who must act, for the other side. */
  actorName: string
  title?: ReactNode
  action?: ReactNode
}

/** A waiting state: who must act, by when, what silence does, and how much is at stake. */
export function ClockCard({ clock, mine, actorName, title, action }: Props) {
  const now = useNow()
  const urgent = Date.parse(clock.dueAt) - now < 2 * DAY
  return (
    <div
      className={cx(
        'rounded-card border bg-surface p-4 shadow-card',
        mine ? 'border-edge border-l-4 border-l-accent' : 'border-line',
      )}
    >
      {title && <div className="mb-2 font-semibold">{title}</div>}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="flex items-center gap-2 text-sm font-semibold">
          <Icon name="clock" className={cx('size-4', mine ? 'text-accent-text' : 'text-ink-muted')} />
          {mine ? 'Your turn' : `Waiting for ${actorName}`}
        </p>
        {clock.amount && <p className="tabular font-semibold">{formatMoney(clock.amount)}</p>}
      </div>
      <p className="mt-2 text-sm">
        <span className={cx('font-semibold', urgent && 'text-danger')}>{timeLeft(clock.dueAt, now)}</span>
        <span className="text-ink-muted">
          {' · by '}
          <time dateTime={clock.dueAt}>{formatDateTime(clock.dueAt)}</time>
        </span>
      </p>
      <p className="mt-1 text-sm text-ink-muted">{clock.text}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
