import { type KeyboardEvent, useRef, useState } from 'react'
import { focusNeighbour } from '@/lib/focus-neighbour'
import { cx } from '@/lib/class-names'
import { announce } from '../ui/announcer'
import { Icon } from '../ui/icon'
import { controlClass, Field, type FieldProps } from './field'
import * as words from './tags-words'

interface Props extends FieldProps {
  value: string[]
  onChange: (value: string[]) => void
  max: number
  placeholder?: string
}

/** A list of short words: Enter or a comma adds one, each can be removed. */
export function TagsField({ value, onChange, max, placeholder, help, ...field }: Props) {
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const full = value.length >= max
  const most = words.tagsFull(max)

  function add(): void {
    const typed = text.split(',').map((word) => word.trim().replace(/\s+/g, ' ').slice(0, 40))
    const known = new Set(value.map((tag) => tag.toLowerCase()))
    const fresh = typed
      .filter((word) => word && !known.has(word.toLowerCase()))
      .slice(0, Math.max(0, max - value.length))
    setText('')
    if (fresh.length === 0) return
    onChange([...value, ...fresh])
    const last = value.length + fresh.length >= max
    announce([words.tagsAdded(fresh), last && most].filter(Boolean).join(' '))
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if ((event.key === 'Enter' || event.key === ',') && text.trim()) {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && !text && value.length > 0) {
      onChange(value.slice(0, -1))
      announce(words.tagRemoved(value.at(-1) ?? ''))
    }
  }

  function remove(tag: string, pressed: HTMLElement): void {
    focusNeighbour(pressed, input.current)
    onChange(value.filter((other) => other !== tag))
    announce(words.tagRemoved(tag))
  }

  return (
    <Field {...field} help={full ? most : help} aside={words.countOf(value.length, max)}>
      {(control) => (
        <div>
          {value.length > 0 && (
            <ul className="mb-2 flex flex-wrap gap-2">
              {value.map((tag) => (
                <li
                  key={tag}
                  data-item
                  className="inline-flex max-w-full items-center rounded-sm border border-line bg-sunken pl-2.5 text-sm"
                >
                  <bdi className="min-w-0 wrap-anywhere">{tag}</bdi>
                  <button
                    type="button"
                    aria-label={words.removeTag(tag)}
                    className="grid size-8 place-items-center text-ink-muted hover:text-ink"
                    data-remove
                    onClick={(event) => remove(tag, event.currentTarget)}
                  >
                    <Icon name="x" className="size-3.5" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            {...control}
            ref={input}
            dir="auto"
            className={cx(controlClass, full && 'text-ink-muted')}
            value={text}
            placeholder={placeholder}
            readOnly={full}
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
