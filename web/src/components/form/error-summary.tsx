import { useLayoutEffect, useRef } from 'react'
import { Icon } from '../ui/icon'
import * as words from './error-words'
import { fieldId } from './field-id'
import type { FormError } from './form-errors'

interface Props {
  errors: FormError[]
  /** Counts attempts; each new one moves focus here. */
  attempt: number
}

function reach(field: HTMLElement): void {
  field.focus()
  field.scrollIntoView({ block: 'center' })
}

function goTo(name: string): void {
  const field = document.getElementById(fieldId(name))
  if (field) reach(field)
}

/** As the fields stand on the page; what is about the whole form comes first. */
function inPageOrder(errors: FormError[]): FormError[] {
  const place = new Map(errors.map((error) => [error, document.getElementById(fieldId(error.name))]))
  return [...errors].sort((a, b) => {
    const [x, y] = [place.get(a), place.get(b)]
    if (!x || !y) return x ? 1 : y ? -1 : 0
    return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}

/** What is about no field is nothing that the person could check. */
function headingOf(errors: FormError[]): string {
  const fields = errors.filter(({ name }) => name).length
  if (fields === 0) return words.didNotWork
  return words.checkThings(fields)
}

/** An error of one field stands beside it, and is said there: a box that said it again would be read twice. */
function fieldOfOnly([error, ...others]: FormError[]): HTMLElement | null {
  return error && others.length === 0 ? document.getElementById(fieldId(error.name)) : null
}

/** What kept a form from being sent, in one place that gets focus, with a way to each field. One field gets it itself. */
export function ErrorSummary({ errors, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const answered = useRef(0)
  const shown = errors.length > 0

  // Once for each attempt: what is mended or comes up while somebody types moves no focus. As soon as the errors are there:
  // nobody types on in between.
  useLayoutEffect(() => {
    if (!shown || answered.current === attempt) return
    answered.current = attempt
    const field = fieldOfOnly(errors)
    if (field) reach(field)
    else box.current?.focus()
  }, [attempt, errors, shown])

  if (!shown || fieldOfOnly(errors)) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-md border border-danger bg-danger-soft p-4">
      <p className="flex items-center gap-2 font-semibold text-danger">
        <Icon name="alert" />
        {headingOf(errors)}
      </p>
      <ul className="mt-2 space-y-1 pl-7 text-sm">
        {inPageOrder(errors).map(({ name, message }) => (
          <li key={`${name}:${message}`}>
            {name ? (
              <button type="button" className="link text-left" onClick={() => goTo(name)}>
                {message}
              </button>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
