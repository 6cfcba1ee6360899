import { setFilter } from './filter-names'
import * as words from './words'

interface Props {
  params: URLSearchParams
  onChange: (params: URLSearchParams) => void
}

/** In which order the tasks stand. */
export function TaskOrder({ params, onChange }: Props) {
  return (
    <label className="ml-auto flex items-center gap-2 text-sm">
      <span className="text-ink-muted">{words.sortBy}</span>
      <select
        name="sort"
        value={params.get('sort') ?? ''}
        onChange={(event) => {
          const result = setFilter(params, 'sort', event.target.value)
          if ('params' in result) onChange(result.params)
        }}
        className="min-h-9 rounded-md border border-edge bg-surface px-2 font-semibold"
      >
        <option value="">{words.newest}</option>
        <option value="deadline">{words.deadline}</option>
      </select>
    </label>
  )
}
