import { lazy, Suspense } from 'react'
import { Skeleton } from '../ui/skeleton'
import { fieldId } from './field-id'
import { FieldError, type FieldProps } from './field'

const RichTextEditor = lazy(() => import('./rich-text-editor'))

interface Props extends FieldProps {
  value: string
  onChange: (html: string) => void
}

/** Formatted text. The editor is large, so it is loaded only where somebody writes. */
export function RichTextField({ name, label, help, error, value, onChange }: Props) {
  const id = fieldId(name)
  return (
    <div>
      <span id={`${id}-label`} className="mb-1.5 block text-sm font-semibold">
        {label}
      </span>
      <Suspense fallback={<Skeleton className="h-86 rounded-md" />}>
        <RichTextEditor
          id={id}
          labelledBy={`${id}-label`}
          describedBy={[error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')}
          invalid={Boolean(error)}
          value={value}
          onChange={onChange}
        />
      </Suspense>
      <FieldError id={`${id}-error`} error={error} />
      {help && (
        <p id={`${id}-help`} className="mt-1.5 text-sm text-ink-muted">
          {help}
        </p>
      )}
    </div>
  )
}
