import { useEffect, useRef } from 'react'
import { Icon } from '../ui/icon'
import { fieldId } from './field-id'
import type { FormError } from './form-errors'

interface Props {
  errors: FormError[]
  /** Counts attempts; each new one moves focus here. */
  attempt: number
}

function goTo(name: string): void {
  const target = document.getElementById(fieldId(name))
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
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
  if (fields === 0) return 'This did not work'
  return fields === 1 ? 'Please check one thing' : `Please check ${fields} things`
}

/** What kept a form from being sent, in one place that gets focus, with a way to each field. */
export function ErrorSummary({ errors, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const shown = errors.length > 0

  useEffect(() => {
    if (attempt > 0 && shown) box.current?.focus()
  }, [attempt, shown])

  if (!shown) return null
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
