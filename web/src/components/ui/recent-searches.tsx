import { recentSearches } from '@/lib/recent-searches'

/** Fills a search field from earlier searches: the browser's own list, known to keyboards and screen readers. */
export function RecentSearches({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {recentSearches().map((text) => (
        <option key={text} value={text} />
      ))}
    </datalist>
  )
}
