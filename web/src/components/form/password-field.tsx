import { type ComponentProps, type ReactNode, useState } from 'react'
import { cx } from '@/lib/class-names'
import { Icon } from '../ui/icon'
import { controlClass, Field, type FieldProps } from './field'
import * as words from './words'

export type PasswordFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'name' | 'type'> & {
    /** Below the password. */
    after?: ReactNode
  }

export function PasswordField({ name, label, help, error, after, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field name={name} label={label} help={help} error={error}>
      {(control) => (
        <>
          <div className="relative">
            <input
              {...control}
              name={name}
              type={shown ? 'text' : 'password'}
              className={cx(controlClass, 'pr-12')}
              {...rest}
            />
            <button
              type="button"
              aria-pressed={shown}
              aria-label={words.showPassword}
              onClick={() => setShown(!shown)}
              className="absolute inset-y-0 right-0 grid w-11 place-items-center text-ink-muted hover:text-ink"
            >
              <Icon name={shown ? 'eye-off' : 'eye'} />
            </button>
          </div>
          {after}
        </>
      )}
    </Field>
  )
}
