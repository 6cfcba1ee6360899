import type { ReactNode } from 'react'
import type { Clock } from '@/api/types'
import { cx } from '@/lib/class-names'
import { DAY, endOfDay, formatMoment, formatPlainDate, timeLeft, timeLate } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { Icon } from './icon'
import * as words from './clock-words'

interface Props {
  clock: Clock
  /** Whether the reader is the one who must act. */
  mine: boolean
  /** The name of the one who must act, for the other side. */
  actorName: string
  /** What silence does, to the reader. */
  silence: string
  /** What is to be done by when, where that is something else than what the clock runs for. */
  step?: { text: string; dueDate: string } | null
  title?: ReactNode
  /** In place of whose turn it is, where nobody has to act. */
  heading?: string
  action?: ReactNode
}

/**
 * A waiting state: who must act, by when, and what silence does. That sentence says how much is at stake and for whom: what
 * the freelancer gets, bare beside the client's button, would read as what the client pays.
 */
export function ClockCard({ clock, mine, actorName, silence, step, title, heading, action }: Props) {
  return (
    <div
      className={cx(
        'rounded-card border bg-surface p-4 shadow-card',
        mine ? 'border-edge border-l-4 border-l-accent' : 'border-line',
      )}
    >
      {title && (
        <div dir="auto" className="mb-2 font-semibold wrap-anywhere">
          {title}
        </div>
      )}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="flex min-w-0 items-center gap-2 text-sm font-semibold wrap-anywhere">
          <Icon name="clock" className={cx('size-4', mine ? 'text-accent-text' : 'text-ink-muted')} />
          {heading ?? (mine ? words.yourTurn : <span>{words.waitingFor(<bdi>{actorName}</bdi>)}</span>)}
        </p>
      </div>
      {step && <StepDue step={step} />}
      {clock.onSilence === 'force_decision' ? (
        <HoldEnd clock={clock} silence={silence} />
      ) : (
        <>
          <Due at={clock.dueAt} label={formatMoment(clock.dueAt)} />
          <p className="mt-1 text-sm text-ink-muted">{silence}</p>
        </>
      )}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

function Due({ at, label }: { at: string; label: string }) {
  const now = useNow()
  const left = Date.parse(at) - now
  return (
    <p className="mt-2 text-sm">
      {words.dueBy(
        <span className={cx('font-semibold', left < 2 * DAY && 'text-danger')}>
          {left > 0 ? timeLeft(at, now) : timeLate(at, now)}
        </span>,
        (text) => (
          <span className="text-ink-muted">{text}</span>
        ),
        <time dateTime={at}>{label}</time>,
      )}
    </p>
  )
}

function StepDue({ step }: { step: { text: string; dueDate: string } }) {
  return (
    <>
      <Due at={endOfDay(step.dueDate) ?? step.dueDate} label={formatPlainDate(step.dueDate)} />
      <p className="mt-1 text-sm">{step.text}</p>
    </>
  )
}

/** The longest that money is held is weeks away as a rule: one line, until it is near. */
function HoldEnd({ clock, silence }: { clock: Clock; silence: string }) {
  const now = useNow()
  const near = Date.parse(clock.dueAt) - now < 7 * DAY
  return (
    <p className={cx('mt-2 text-sm', near ? 'font-semibold text-danger' : 'text-ink-muted')}>
      {words.heldUntil(<time dateTime={clock.dueAt}>{formatMoment(clock.dueAt)}</time>, silence)}
    </p>
  )
}
