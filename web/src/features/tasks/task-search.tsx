import { type FormEvent, lazy, Suspense, useState } from 'react'
import { controlClass, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { RecentSearches } from '@/components/ui/recent-searches'
import { rememberSearch } from '@/lib/recent-searches'
import * as common from '@/words/common'
import { filterNames } from './filter-names'
import * as words from './words'

const FilterSheet = lazy(() => import('./filter-sheet'))

interface Props {
  params: URLSearchParams
  onChange: (params: URLSearchParams) => void
}

/** The words that are searched for; on narrow screens also the way to the filters. */
export function TaskSearch({ params, onChange }: Props) {
  const [sheet, setSheet] = useState(false)
  const filters = filterNames.filter((name) => params.get(name)).length

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const next = new URLSearchParams(params)
    const text = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    if (text) next.set('q', text)
    else next.delete('q')
    rememberSearch(text)
    onChange(next)
  }

  return (
    <>
      <form
        role="search"
        aria-label={words.tasks}
        onSubmit={submit}
        key={params.get('q')}
        className="flex flex-wrap gap-2"
      >
        <div className="min-w-0 flex-1">
          <Field name="q" label={words.searchTasks}>
            {(control) => (
              <input
                {...control}
                name="q"
                type="search"
                dir="auto"
                list="task-searches"
                autoComplete="off"
                defaultValue={params.get('q') ?? ''}
                placeholder={words.searchExample}
                className={controlClass}
              />
            )}
          </Field>
          <RecentSearches id="task-searches" />
        </div>
        <div className="flex items-end gap-2 max-sm:w-full">
          <Button type="submit" icon="search" className="max-sm:flex-1">
            {common.search}
          </Button>
          <Button variant="secondary" className="lg:hidden max-sm:flex-1" onClick={() => setSheet(true)}>
            {filters > 0 ? words.filtersChosen(filters) : words.filters}
          </Button>
        </div>
      </form>
      {sheet && (
        <Suspense>
          <FilterSheet params={params} onChange={onChange} onClose={() => setSheet(false)} />
        </Suspense>
      )}
    </>
  )
}
