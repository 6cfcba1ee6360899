import type { ReactNode } from 'react'
import { cx } from '@/lib/class-names'
import * as common from '@/words/common'
import { fieldId } from './field-id'
import { Icon } from '../ui/icon'

export interface FieldProps {
  name: string
  label: string
  help?: ReactNode
  error?: string
  optional?: boolean
  /** Beside the label, such as a counter. */
  aside?: ReactNode
}

export interface ControlProps {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

interface Props extends FieldProps {
  children: (control: ControlProps) => ReactNode
}

// No plain string: the build would copy it to wherever it is used, as it does with texts.
export const controlClass = cx(
  'block w-full min-h-11 rounded-md border border-edge bg-surface px-3 py-2 text-base text-ink aria-invalid:border-danger',
)

/** Label above, help below, the error beside the control. */
export function Field({ name, label, help, error, optional, aside, children }: Props) {
  const id = fieldId(name)
  const describedBy = [error && `${id}-error`, aside && `${id}-aside`, help && `${id}-help`]
    .filter(Boolean)
    .join(' ')
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-4">
        <label htmlFor={id} id={`${id}-label`} className="text-sm font-semibold">
          {label}
          {optional && <span className="font-normal text-ink-muted"> {common.optional}</span>}
        </label>
        {aside && (
          <span id={`${id}-aside`} className="tabular text-xs text-ink-muted">
            {aside}
          </span>
        )}
      </div>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldError id={`${id}-error`} error={error} />
      {help && (
        <div id={`${id}-help`} className="mt-1.5 text-sm text-ink-muted">
          {help}
        </div>
      )}
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <p id={id} className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-danger">
      <Icon name="alert" className="mt-0.5 size-4" />
      {error}
    </p>
  )
}
