import { searchRoom } from '@/api/chat'
import type { Hit, Participant } from '@/api/types'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { HitText, hitClass } from './hit-line'
import { Count, HitsLoading, MoreHits } from './hits'
import { SearchField } from './search-field'
import { useHits } from './use-hits'
import * as words from './talk-words'

interface Props {
  roomId: string
  other: Participant
  query: string
  onQuery: (query: string) => void
  onGo: (hit: Hit) => void
  onClose: () => void
}

/** Looks for words in a room. What is found leads to its place in the history. */
export default function RoomSearch({ roomId, other, query, onQuery, onGo, onClose }: Props) {
  const { found, problem, busy, more, again } = useHits(query, (text, cursor) =>
    searchRoom(roomId, text, cursor),
  )
  const nameOf = ({ message }: Hit) => (message.senderId === other.person.id ? other.person.name : words.you)
  return (
    <section role="search" aria-label={words.search} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 border-b border-line bg-surface p-3">
        <SearchField
          label={words.searchLabel}
          help={words.searchHelp}
          value={query}
          onChange={onQuery}
          onEscape={onClose}
          takesFocus
          className="flex-1"
        />
        <Button variant="quiet" size="sm" onClick={onClose}>
          {words.closeSearch}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {problem && (
          <div className="p-4">
            <ErrorState error={problem} title={words.searchFailed} onRetry={again} busy={busy} />
          </div>
        )}
        {!found && busy && <HitsLoading />}
        {!found && !busy && !problem && <p className="p-4 text-sm text-ink-muted">{words.searchHelp}</p>}
        {found && (
          <>
            <Count found={found} />
            <ul className="divide-y divide-line border-y border-line">
              {found.items.map((hit) => (
                <li key={hit.message.id}>
                  <button type="button" onClick={() => onGo(hit)} className={hitClass}>
                    <HitText hit={hit} name={nameOf(hit)} />
                  </button>
                </li>
              ))}
            </ul>
            {found.nextCursor && <MoreHits busy={busy} onMore={more} />}
          </>
        )}
      </div>
    </section>
  )
}
