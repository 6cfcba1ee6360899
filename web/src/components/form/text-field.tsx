import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/lib/class-names'
import { controlClass, Field, type FieldProps } from './field'

type InputProps = FieldProps &
  Omit<ComponentProps<'input'>, 'name'> & { prefix?: ReactNode; suffix?: ReactNode }

/** Texts of people stand as their script does; addresses and numbers from left to right. */
const directionOf = ({ type = 'text', inputMode }: ComponentProps<'input'>) =>
  (type === 'text' || type === 'search') && !inputMode ? 'auto' : undefined

export function TextField({
  name,
  label,
  help,
  error,
  optional,
  aside,
  prefix,
  suffix,
  className,
  ...rest
}: InputProps) {
  return (
    <Field name={name} label={label} help={help} error={error} optional={optional} aside={aside}>
      {(control) => (
        <div className="relative">
          {prefix && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-ink-muted"
            >
              {prefix}
            </span>
          )}
          <input
            {...control}
            name={name}
            dir={directionOf(rest)}
            className={cx(controlClass, prefix && 'pl-8', suffix && 'pr-16', className)}
            {...rest}
          />
          {suffix && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-sm text-ink-muted"
            >
              {suffix}
            </span>
          )}
        </div>
      )}
    </Field>
  )
}
