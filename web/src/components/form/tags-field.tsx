import { type KeyboardEvent, useState } from 'react'
import { announce } from '../ui/announcer'
import { Icon } from '../ui/icon'
import { controlClass, Field, type FieldProps } from './field'

interface Props extends FieldProps {
  value: string[]
  onChange: (value: string[]) => void
  max: number
  placeholder?: string
}

/** A list of short words: Enter or a comma adds one, each can be removed. */
export function TagsField({ value, onChange, max, placeholder, ...field }: Props) {
  const [text, setText] = useState('')

  function add(): void {
    const words = text.split(',').map((word) => word.trim().replace(/\s+/g, ' ').slice(0, 40))
    const known = new Set(value.map((tag) => tag.toLowerCase()))
    const fresh = words.filter((word) => word && !known.has(word.toLowerCase()))
    setText('')
    if (fresh.length === 0) return
    onChange([...value, ...fresh].slice(0, max))
    announce(`${fresh.join(', ')} added.`)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if ((event.key === 'Enter' || event.key === ',') && text.trim()) {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && !text && value.length > 0) {
      onChange(value.slice(0, -1))
      announce(`${value.at(-1)} removed.`)
    }
  }

  return (
    <Field {...field} aside={`${value.length} of ${max}`}>
      {(control) => (
        <div>
          {value.length > 0 && (
            <ul className="mb-2 flex flex-wrap gap-2">
              {value.map((tag) => (
                <li
                  key={tag}
                  className="inline-flex items-center rounded-sm border border-line bg-sunken pl-2.5 text-sm"
                >
                  {tag}
                  <button
                    type="button"
                    aria-label={`Remove ${tag}`}
                    className="grid size-8 place-items-center text-ink-muted hover:text-ink"
                    onClick={() => onChange(value.filter((other) => other !== tag))}
                  >
                    <Icon name="x" className="size-3.5" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            {...control}
            className={controlClass}
            value={text}
            placeholder={placeholder}
            disabled={value.length >= max}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
            enterKeyHint="enter"
          />
        </div>
      )}
    </Field>
  )
}
