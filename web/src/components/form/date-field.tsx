import { type ComponentProps, lazy, Suspense, useState } from 'react'
import { cx } from '@/lib/class-names'
import { formatPlainDate } from '@/lib/time'
import { Icon } from '../ui/icon'
import { controlClass, Field, type FieldProps } from './field'
import * as words from './words'

const loadPopover = () => import('./date-popover')
const DatePopover = lazy(loadPopover)

interface Props extends FieldProps {
  /** `2026-12-01`, or empty. */
  value: string
  onChange: (date: string) => void
  onBlur?: () => void
  min: string
  max: string
}

/** A date from a calendar, which is fetched when somebody reaches for it. The button says the date. */
export function DateField({ value, onChange, onBlur, min, max, ...field }: Props) {
  const [wanted, setWanted] = useState(false)
  return (
    <Field {...field}>
      {(control) => {
        const looks: ComponentProps<'button'> = {
          type: 'button',
          id: control.id,
          'aria-describedby': control['aria-describedby'],
          'aria-labelledby': `${control.id}-label ${control.id}`,
          'aria-haspopup': 'dialog',
          'aria-invalid': control['aria-invalid'],
          onBlur,
          className: cx(controlClass, 'flex items-center justify-between gap-2 text-left'),
          children: (
            <>
              <span className={cx(!value && 'text-ink-muted')}>
                {value ? formatPlainDate(value) : words.pickDate}
              </span>
              <Icon name="calendar" className="text-ink-muted" />
            </>
          ),
        }
        const first = (
          <button
            {...looks}
            aria-expanded={false}
            onPointerEnter={() => void loadPopover()}
            onFocus={() => void loadPopover()}
            onClick={() => setWanted(true)}
          />
        )
        if (!wanted) return first
        return (
          <Suspense fallback={first}>
            <DatePopover
              label={field.label}
              value={value}
              onChange={onChange}
              min={min}
              max={max}
              trigger={<button {...looks} />}
            />
          </Suspense>
        )
      }}
    </Field>
  )
}
