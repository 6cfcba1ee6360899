import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '@/config/paths'
import { rememberSearch } from '@/lib/recent-searches'
import { Icon } from '../ui/icon'
import { RecentSearches } from '../ui/recent-searches'

/** Search from everywhere; the page of tasks has its own, with filters. */
export default function TopSearch() {
  const navigate = useNavigate()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    rememberSearch(words)
    event.currentTarget.reset()
    void navigate(paths.tasks({ q: words }))
  }

  return (
    <form
      role="search"
      aria-label="Tasks, from everywhere"
      onSubmit={submit}
      className="relative hidden w-full max-w-narrow md:block"
    >
      <label htmlFor="top-search" className="sr-only">
        Find work
      </label>
      <Icon name="search" className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-muted" />
      <input
        id="top-search"
        name="q"
        type="search"
        list="top-searches"
        autoComplete="off"
        placeholder="Find tasks by word or skill"
        className="block min-h-10 w-full rounded-md border border-edge bg-page pr-3 pl-10 text-sm"
      />
      <RecentSearches id="top-searches" />
    </form>
  )
}
