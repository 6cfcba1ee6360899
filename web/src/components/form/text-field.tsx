import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/lib/class-names'
import { Icon } from '../ui/icon'
import { controlClass, Field, type FieldProps } from './field'

type InputProps = FieldProps &
  Omit<ComponentProps<'input'>, 'name'> & { prefix?: ReactNode; suffix?: ReactNode }

export function TextField({
  name,
  label,
  help,
  error,
  optional,
  prefix,
  suffix,
  className,
  ...rest
}: InputProps) {
  return (
    <Field name={name} label={label} help={help} error={error} optional={optional}>
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

type AreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'name'>

export function TextArea({ name, label, help, error, optional, className, rows = 4, ...rest }: AreaProps) {
  return (
    <Field name={name} label={label} help={help} error={error} optional={optional}>
      {(control) => (
        <textarea {...control} name={name} rows={rows} className={cx(controlClass, className)} {...rest} />
      )}
    </Field>
  )
}

type SelectProps = FieldProps & Omit<ComponentProps<'select'>, 'name'>

/** The browser's own select: keyboards, screen readers and phones all know it. */
export function SelectField({
  name,
  label,
  help,
  error,
  optional,
  className,
  children,
  ...rest
}: SelectProps) {
  return (
    <Field name={name} label={label} help={help} error={error} optional={optional}>
      {(control) => (
        <div className="relative">
          <select
            {...control}
            name={name}
            className={cx(controlClass, 'appearance-none pr-10', className)}
            {...rest}
          >
            {children}
          </select>
          <Icon
            name="chevron-down"
            className="pointer-events-none absolute inset-y-0 right-3 my-auto text-ink-muted"
          />
        </div>
      )}
    </Field>
  )
}
