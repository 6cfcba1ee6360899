import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '@/config/paths'
import { rememberSearch } from '@/lib/recent-searches'
import { useView } from '@/lib/session'
import { Icon } from '../ui/icon'
import { RecentSearches } from '../ui/recent-searches'
import { usePart } from './part-works'
import * as words from './words'

type Wanted = 'tasks' | 'freelancers'

const wantedOf = { client: 'freelancers', freelancer: 'tasks' } as const
const placeholders = {
  tasks: words.findTasks,
  freelancers: words.findFreelancers,
}

/** Search from everywhere, for tasks or for people: what one's own side looks for comes first. */
export default function TopSearch() {
  const navigate = useNavigate()
  const view = useView()
  const [chosen, setChosen] = useState<Wanted | null>(null)
  const part = usePart<HTMLFormElement>()
  const wanted = chosen ?? wantedOf[view]

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    rememberSearch(text)
    event.currentTarget.reset()
    void navigate(wanted === 'tasks' ? paths.tasks({ q: text }) : paths.freelancers({ q: text }))
  }

  return (
    <form
      ref={part}
      data-part
      role="search"
      aria-label={words.searchEverywhere}
      onSubmit={submit}
      className="hidden w-full max-w-dialog items-stretch md:flex"
    >
      <label htmlFor="top-search-what" className="sr-only">
        {words.searchFor}
      </label>
      <select
        id="top-search-what"
        value={wanted}
        onChange={(event) => setChosen(event.target.value as Wanted)}
        className="min-h-10 rounded-l-md border border-r-0 border-edge bg-page px-2 text-sm"
      >
        <option value="tasks">{words.tasks}</option>
        <option value="freelancers">{words.freelancers}</option>
      </select>
      <div className="relative min-w-0 flex-1">
        <label htmlFor="top-search" className="sr-only">
          {placeholders[wanted]}
        </label>
        <Icon
          name="search"
          className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-muted"
        />
        <input
          id="top-search"
          name="q"
          type="search"
          dir="auto"
          list="top-searches"
          autoComplete="off"
          placeholder={placeholders[wanted]}
          className="block min-h-10 w-full rounded-r-md border border-edge bg-page pr-3 pl-10 text-sm"
        />
        <RecentSearches id="top-searches" />
      </div>
    </form>
  )
}
