import { lazy, type RefObject, Suspense, useState } from 'react'
import { RoomList } from './room-list'
import { SearchField } from './search-field'
import * as talk from './talk-words'
import * as words from './words'

const AllSearch = lazy(() => import('./all-search'))

/** One's rooms, with a search over all of them. */
export function Rooms({ heading }: { heading?: RefObject<HTMLHeadingElement | null> }) {
  const [query, setQuery] = useState('')
  const Heading = heading ? 'h1' : 'h2'
  return (
    <nav aria-label={words.rooms} className="flex h-full min-h-0 flex-col">
      <div className="space-y-3 border-b border-line p-4">
        <Heading ref={heading} tabIndex={-1} className="text-xl font-bold">
          {words.messages}
        </Heading>
        <SearchField label={talk.searchAll} value={query} onChange={setQuery} onEscape={() => setQuery('')} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {query.trim() ? (
          <Suspense>
            <AllSearch query={query} />
          </Suspense>
        ) : (
          <RoomList />
        )}
      </div>
    </nav>
  )
}
