import { Link } from 'react-router'
import { searchRooms } from '@/api/chat'
import type { Room } from '@/api/types'
import { ErrorState } from '@/components/ui/error-state'
import { paths } from '@/config/paths'
import { HitText, hitClass } from './hit-line'
import { RoomLine } from './room-line'
import { Count, HitsLoading, MoreHits } from './hits'
import { otherSeat } from './state/rooms'
import { useOwnId, useRooms } from './state/use-chat'
import { useHits } from './use-hits'
import * as talk from './talk-words'

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const fits = (room: Room, ownId: string, query: string) =>
  folded(`${otherSeat(room, ownId)?.person.name} ${room.taskTitle}`).includes(folded(query.trim()))

/** Rooms whose person or task fits, then what was said with these words in any of them. */
export default function AllSearch({ query }: { query: string }) {
  const ownId = useOwnId()
  const { rooms } = useRooms()
  const { found, problem, busy, more, again } = useHits(query, searchRooms)
  const fitting = rooms.filter((room) => fits(room, ownId, query))
  return (
    <>
      <ul className="divide-y divide-line">
        {fitting.map((room) => (
          <li key={room.id}>
            <RoomLine room={room} ownId={ownId} />
          </li>
        ))}
      </ul>
      <h3 className="border-t border-line px-4 pt-4 text-sm font-semibold">{talk.found}</h3>
      {problem && (
        <div className="p-4">
          <ErrorState error={problem} title={talk.searchFailed} onRetry={again} busy={busy} />
        </div>
      )}
      {!found && busy && <HitsLoading />}
      {!found && !busy && !problem && <p className="px-4 py-3 text-sm text-ink-muted">{talk.searchHelp}</p>}
      {found && (
        <>
          <Count found={found} />
          <ul className="divide-y divide-line border-y border-line">
            {found.items.map(({ room, hit }) => (
              <li key={hit.message.id}>
                <Link
                  to={paths.room(room.id, hit.message.id)}
                  state={{ places: hit.places }}
                  className={hitClass}
                >
                  <HitText hit={hit} name={room.other.name} />
                </Link>
              </li>
            ))}
          </ul>
          {found.nextCursor && <MoreHits busy={busy} onMore={more} />}
        </>
      )}
    </>
  )
}
