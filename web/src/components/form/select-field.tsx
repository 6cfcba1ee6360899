import type { ComponentProps } from 'react'
import { cx } from '@/lib/class-names'
import { Icon } from '../ui/icon'
import { controlClass, Field, type FieldProps } from './field'

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
