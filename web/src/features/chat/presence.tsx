import type { Participant, Presence } from '@/api/types'
import { cx } from '@/lib/class-names'
import { timeAgo } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { repliesIn } from '@/words/reply-time'
import * as words from './words'

/** Null where it is not to be seen: one of the two has blocked the other. */
export const presenceOf = (seat: Participant | undefined): Presence | null => seat?.presence ?? null

/** At the corner of a picture: full while somebody is there, a ring while they are away. What it means stands in words beside it. */
export function PresenceDot({ seat, className }: { seat: Participant | undefined; className?: string }) {
  const presence = presenceOf(seat)
  if (!presence || presence.status === 'offline') return null
  const isOnline = presence.status === 'online'
  return (
    <span
      className={cx(
        'absolute right-0 bottom-0 size-3 rounded-full border-2 ring-2 ring-surface forced-color-adjust-none',
        isOnline ? 'border-accent bg-accent' : 'border-accent bg-surface',
        className,
      )}
    >
      <span className="sr-only">{isOnline ? words.online : words.away}</span>
    </span>
  )
}

/** The same in words; of who is not there, also how soon they usually answer. */
export function PresenceText({
  seat,
  withReplies,
}: {
  seat: Participant | undefined
  withReplies?: boolean
}) {
  const now = useNow()
  const presence = presenceOf(seat)
  if (!seat || !presence) return null
  if (presence.status === 'online') return words.online
  const { replyMinutes } = seat.person
  const facts = [
    presence.status === 'away' && words.away,
    presence.status === 'offline' && presence.lastSeenAt && words.lastSeen(timeAgo(presence.lastSeenAt, now)),
    withReplies && replyMinutes !== null && repliesIn(replyMinutes),
  ]
  return facts.filter((fact) => !!fact).join(' · ')
}
