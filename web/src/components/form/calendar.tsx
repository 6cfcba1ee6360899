import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { cx } from '@/lib/class-names'
import { dateLocale } from '@/lib/locale'
import { DAY, formatMonth, fromPlainDate, plainDate } from '@/lib/time'
import { Icon } from '../ui/icon'
import { moveDay, weeksOf } from './calendar-days'
import * as words from './words'

interface Props {
  value: string
  min: string
  max: string
  onPick: (date: string) => void
}

// The first of January 2024 was a Monday.
const monday = Date.UTC(2024, 0, 1)
const nameOf = new Intl.DateTimeFormat(dateLocale, { weekday: 'long', timeZone: 'UTC' })
const weekdays = [0, 1, 2, 3, 4, 5, 6].map((day) => nameOf.format(monday + day * DAY))

const spoken = new Intl.DateTimeFormat(dateLocale, { dateStyle: 'full' })
const clamp = (date: string, min: string, max: string) => (date < min ? min : date > max ? max : date)

/** A month of days as a grid: arrow keys move, Page keys change the month, Enter picks. */
export function Calendar({ value, min, max, onPick }: Props) {
  const [focused, setFocused] = useState(() => clamp(value || plainDate(new Date()), min, max))
  const day = useRef<HTMLButtonElement>(null)
  const byKey = useRef(true)
  const shown = fromPlainDate(focused) ?? new Date()

  useEffect(() => {
    if (byKey.current) day.current?.focus({ preventScroll: true })
    byKey.current = false
  }, [focused])

  function turn(months: number): void {
    const next = moveDay(shown, months < 0 ? 'PageUp' : 'PageDown', false)
    if (next) setFocused(clamp(plainDate(next), min, max))
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = moveDay(shown, event.key, event.shiftKey)
    if (!next) return
    event.preventDefault()
    byKey.current = true
    setFocused(clamp(plainDate(next), min, max))
  }

  return (
    <div className="w-72">
      <div className="mb-2 flex items-center justify-between">
        <button
          type="button"
          aria-label={words.previousMonth}
          className="grid size-10 place-items-center rounded-md hover:bg-sunken disabled:opacity-40"
          onClick={() => turn(-1)}
          disabled={focused.slice(0, 7) <= min.slice(0, 7)}
        >
          <Icon name="chevron-left" />
        </button>
        <p aria-live="polite" className="font-semibold">
          {formatMonth(shown.toISOString())}
        </p>
        <button
          type="button"
          aria-label={words.nextMonth}
          className="grid size-10 place-items-center rounded-md hover:bg-sunken disabled:opacity-40"
          onClick={() => turn(1)}
          disabled={focused.slice(0, 7) >= max.slice(0, 7)}
        >
          <Icon name="chevron-right" />
        </button>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- WAI-ARIA's date grid */}
      <table role="grid" aria-label={formatMonth(shown.toISOString())} className="w-full border-collapse">
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" abbr={name} className="h-8 text-xs font-semibold text-ink-muted">
                {' '}
                {name.slice(0, 2)}{' '}
              </th>
            ))}
          </tr>
        </thead>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the grid's own keys */}
        <tbody onKeyDown={onKeyDown}>
          {weeksOf(shown.getFullYear(), shown.getMonth()).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const outside = date.slice(0, 7) !== focused.slice(0, 7)
                return (
                  <td key={date} role="gridcell" aria-selected={date === value} className="p-0">
                    <button
                      ref={date === focused ? day : undefined}
                      type="button"
                      tabIndex={date === focused ? 0 : -1}
                      disabled={date < min || date > max}
                      aria-label={spoken.format(fromPlainDate(date) ?? 0)}
                      onClick={() => onPick(date)}
                      className={cx(
                        'tabular grid h-10 w-full place-items-center rounded-md text-sm disabled:text-ink-muted disabled:opacity-50',
                        date === value ? 'bg-accent font-semibold text-on-accent' : 'enabled:hover:bg-sunken',
                        outside && date !== value && 'text-ink-muted',
                        date === plainDate(new Date()) && date !== value && 'border border-edge',
                      )}
                    >
                      {Number(date.slice(8))}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
