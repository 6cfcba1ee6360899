import type { ComponentProps } from 'react'
import { cx } from '@/lib/class-names'
import { controlClass, Field, type FieldProps } from './field'

type AreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'name'>

export function TextArea({ name, label, help, error, optional, className, rows = 4, ...rest }: AreaProps) {
  return (
    <Field name={name} label={label} help={help} error={error} optional={optional}>
      {(control) => (
        <textarea
          {...control}
          name={name}
          rows={rows}
          dir="auto"
          className={cx(controlClass, className)}
          {...rest}
        />
      )}
    </Field>
  )
}
