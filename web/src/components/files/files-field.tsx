import { useRef } from 'react'
import type { FilePurpose } from '@/api/types'
import { FieldError } from '@/components/form/field'
import { fieldId } from '@/components/form/field-id'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { cx } from '@/lib/class-names'
import { focusNeighbour } from '@/lib/focus-neighbour'
import * as common from '@/words/common'
import { EntryLine } from './entry-line'
import { accepted, maxFiles } from './limits'
import { useDroppedFiles } from './use-dropped-files'
import type { Uploads } from './use-uploads'
import * as words from './words'

interface Props {
  name: string
  label: string
  purpose: FilePurpose
  uploads: Uploads
  error?: string
  /** What is chosen, and what may be: several files, unless this says otherwise. */
  choose?: string
  help?: string
}

/** Files for a form: by the button, dropped anywhere on the form, or pasted. */
export function FilesField({
  name,
  label,
  purpose,
  uploads,
  error,
  choose = words.chooseFiles,
  help = words.filesHelp,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const over = useDroppedFiles(box, uploads.add)
  const id = fieldId(name)
  return (
    <div ref={box} role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`} className="mb-1.5 text-sm font-semibold">
        {words.optionalLabel(label, (text) => (
          <span className="font-normal text-ink-muted">{text}</span>
        ))}
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
          {choose}
        </Button>
        <p id={`${id}-help`} className="mt-2 text-sm text-ink-muted">
          {over ? words.dropHere : help}
        </p>
        <input
          ref={input}
          type="file"
          hidden
          multiple={maxFiles(purpose) > 1}
          accept={accepted(purpose)}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])])
            // The same file can be chosen again after it was removed.
            event.target.value = ''
          }}
        />
      </div>
      <FieldError id={`${id}-error`} error={error} />
      <FilesOnTheirWay uploads={uploads} className="mt-3" next={() => document.getElementById(id)} />
    </div>
  )
}

interface ListProps {
  uploads: Uploads
  /** Where focus goes when the last one is removed. */
  next: () => HTMLElement | null
  className: string
}

/** The files that were chosen, each with how far it is, and why others were not taken. */
export function FilesOnTheirWay({ uploads, next, className }: ListProps) {
  return (
    <>
      {uploads.problem && (
        <Notice tone="warning" live className={className}>
          {uploads.problem}
        </Notice>
      )}
      {uploads.entries.length > 0 && (
        <ul aria-label={common.files} className={cx('space-y-2', className)}>
          {uploads.entries.map((entry) => (
            <EntryLine
              key={entry.key}
              entry={entry}
              onRemove={(pressed) => {
                focusNeighbour(pressed, next())
                uploads.remove(entry.key)
              }}
              onRetry={() => uploads.retry(entry.key)}
            />
          ))}
        </ul>
      )}
    </>
  )
}
