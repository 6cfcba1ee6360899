import { useRef } from 'react'
import type { FilePurpose } from '@/api/types'
import { FieldError } from '@/components/form/field'
import { fieldId } from '@/components/form/field-id'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { cx } from '@/lib/class-names'
import { focusNeighbour } from '@/lib/focus-neighbour'
import { EntryLine } from './entry-line'
import { accepted, isPicture, maxFiles } from './limits'
import { useDroppedFiles } from './use-dropped-files'
import type { Uploads } from './use-uploads'

interface Props {
  name: string
  label: string
  purpose: FilePurpose
  uploads: Uploads
  error?: string
}

/** Files for a form: by the button, dropped anywhere on the form, or pasted. */
export function FilesField({ name, label, purpose, uploads, error }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const over = useDroppedFiles(box, uploads.add)
  const id = fieldId(name)
  const one = maxFiles(purpose) === 1
  const limit = isPicture(purpose) ? 'JPEG, PNG or WebP, up to 10 MB.' : 'Up to 10 files of 50 MB each.'
  return (
    <div ref={box} role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`} className="mb-1.5 text-sm font-semibold">
        {label} <span className="font-normal text-ink-muted">(optional)</span>
      </p>
      <div
        className={cx(
          'rounded-md border border-dashed p-4 text-center transition-colors',
          over ? 'border-accent bg-accent-soft' : 'border-edge bg-sunken',
        )}
      >
        <Button
          id={id}
          variant="secondary"
          size="sm"
          icon="arrow-up"
          aria-describedby={cx(`${id}-help`, error && `${id}-error`)}
          onClick={() => input.current?.click()}
        >
          {one ? 'Choose a picture' : 'Choose files'}
        </Button>
        <p id={`${id}-help`} className="mt-2 text-sm text-ink-muted">
          {over ? 'Drop to attach.' : `Or drop or paste ${one ? 'it' : 'them'}. ${limit}`}
        </p>
        <input
          ref={input}
          type="file"
          hidden
          multiple={!one}
          accept={accepted(purpose)}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])])
            // The same file can be chosen again after it was removed.
            event.target.value = ''
          }}
        />
      </div>
      <FieldError id={`${id}-error`} error={error} />
      {uploads.problem && (
        <Notice tone="warning" live className="mt-3">
          {uploads.problem}
        </Notice>
      )}
      {uploads.entries.length > 0 && (
        <ul aria-label="Files" className="mt-3 space-y-2">
          {uploads.entries.map((entry) => (
            <EntryLine
              key={entry.key}
              entry={entry}
              onRemove={(pressed) => {
                focusNeighbour(pressed, document.getElementById(id))
                uploads.remove(entry.key)
              }}
              onRetry={() => uploads.retry(entry.key)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
