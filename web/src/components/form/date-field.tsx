import * as Popover from '@radix-ui/react-popover'
import { useState } from 'react'
import { cx } from '@/lib/class-names'
import { formatPlainDate } from '@/lib/time'
import { Icon } from '../ui/icon'
import { Calendar } from './calendar'
import { controlClass, Field, type FieldProps } from './field'

interface Props extends FieldProps {
  /** `2026-12-01`, or empty. */
  value: string
  onChange: (date: string) => void
  onBlur?: () => void
  min: string
  max: string
}

/** A date from a calendar. The button says the date; opening it moves focus into the month. */
export function DateField({ value, onChange, onBlur, min, max, ...field }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Field {...field}>
      {(control) => (
        <Popover.Root open={open} onOpenChange={setOpen}>
          <Popover.Trigger asChild>
            <button
              type="button"
              id={control.id}
              aria-describedby={control['aria-describedby']}
              aria-labelledby={`${control.id}-label ${control.id}`}
              data-invalid={control['aria-invalid']}
              onBlur={onBlur}
              className={cx(controlClass, 'flex items-center justify-between gap-2 text-left data-invalid:border-danger')}
            >
              <span className={cx(!value && 'text-ink-muted')}>{value ? formatPlainDate(value) : 'Choose a date'}</span>
              <Icon name="calendar" className="text-ink-muted" />
            </button>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              align="start"
              sideOffset={6}
              collisionPadding={8}
              aria-label={field.label}
              // The calendar moves focus to the chosen day itself.
              onOpenAutoFocus={(event) => event.preventDefault()}
              className="z-50 rounded-card border border-line bg-raised p-3 shadow-raised"
            >
              <Calendar
                value={value}
                min={min}
                max={max}
                onPick={(date) => {
                  onChange(date)
                  setOpen(false)
                }}
              />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </Field>
  )
}
