import { useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { focusNeighbour } from '@/lib/focus-neighbour'
import { filterNames, filterText } from './filter-names'
import * as words from './words'

interface Props {
  params: URLSearchParams
  onChange: (params: URLSearchParams) => void
}

/** What is filtered by, each with its button that takes it away. */
export function FilterChips({ params, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const chosen = filterNames.flatMap((name) => {
    const value = params.get(name)
    return value ? [{ name, text: filterText(name, value) }] : []
  })
  if (chosen.length === 0) return null

  const without = (names: readonly string[]) => {
    const next = new URLSearchParams(params)
    names.forEach((name) => next.delete(name))
    onChange(next)
  }

  return (
    <ul ref={list} aria-label={words.filters} className="flex flex-wrap gap-2">
      {chosen.map(({ name, text }) => (
        <li key={name} data-item className="min-w-0">
          <button
            type="button"
            data-remove
            aria-label={words.removeFilter(text)}
            onClick={(event) => {
              focusNeighbour(event.currentTarget, document.getElementById('main'))
              without([name])
            }}
            className="inline-flex min-h-9 max-w-full items-center gap-1.5 rounded-full border border-edge bg-surface pr-2.5 pl-3 text-sm hover:bg-sunken"
          >
            <bdi className="min-w-0 wrap-anywhere">{text}</bdi>
            <Icon name="x" className="size-3.5 text-ink-muted" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="link min-h-9 px-2 text-sm font-semibold"
          onClick={() => without(filterNames)}
        >
          {words.clearAll}
        </button>
      </li>
    </ul>
  )
}
