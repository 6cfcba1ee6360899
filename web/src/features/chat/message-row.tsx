import { lazy, Suspense, useState } from 'react'
import type { Message, Place } from '@/api/types'
import { cx } from '@/lib/class-names'
import { Icon } from '@/components/ui/icon'
import { MessageActions } from './message-actions'
import { MessageFiles } from './message-files'
import { MessageText } from './message-text'
import * as words from './talk-words'
import { clockTime } from './view/days'

const EditMessage = lazy(() => import('./edit-message'))

interface Props {
  message: Message
  isOwn: boolean
  /** The other side: who wrote what is not one's own, and who reads what is. */
  other: string
  isFirst: boolean
  /** How far it has come, where that is said. */
  state?: 'sent' | 'delivered' | 'seen'
  places?: Place[]
}

const stateWords = { sent: words.sent, delivered: words.delivered, seen: words.seen }

/** Who wrote it and when: at the first of several. */
export function Said({ name, time }: { name: string; time: string }) {
  return (
    <p className="mb-1 max-w-full text-xs wrap-anywhere text-ink-muted">
      {words.said(
        <bdi className="font-semibold text-ink">{name}</bdi>,
        <time dateTime={time} className="tabular">
          {clockTime(time)}
        </time>,
      )}
    </p>
  )
}

export const bubble = (isOwn: boolean) =>
  cx(
    'min-w-0 space-y-2 rounded-card border px-3.5 py-2',
    isOwn ? 'border-transparent bg-accent-soft' : 'border-line bg-surface',
  )

/** A message that the server has. */
export function MessageRow({ message, isOwn, other, isFirst, state, places }: Props) {
  const [editing, setEditing] = useState(false)
  const isDeleted = message.deletedAt !== null
  return (
    <article className={cx('group flex flex-col', isOwn ? 'items-end' : 'items-start')}>
      {isFirst && <Said name={isOwn ? words.you : other} time={message.sentAt} />}
      <div className={cx('flex max-w-[min(85%,40rem)] items-start gap-1', isOwn && 'flex-row-reverse')}>
        {editing && !isDeleted ? (
          <Suspense>
            <EditMessage message={message} onClose={() => setEditing(false)} />
          </Suspense>
        ) : (
          <>
            <div className={cx(bubble(isOwn), isDeleted && 'italic')}>
              {isDeleted && <p className="text-ink-muted">{words.deleted}</p>}
              {!isDeleted && message.text && <MessageText text={message.text} places={places} />}
              {!isDeleted && <MessageFiles files={message.files} />}
            </div>
            {!isDeleted && (
              <MessageActions message={message} isOwn={isOwn} other={other} onEdit={() => setEditing(true)} />
            )}
          </>
        )}
      </div>
      {!isOwn && !isDeleted && message.warnings.length > 0 && <LeadsAway message={message} />}
      {(state ?? message.editedAt) && !isDeleted && (
        <p aria-live="off" className="mt-1 flex gap-1.5 text-xs text-ink-muted">
          {message.editedAt && <span>{words.edited}</span>}
          {state && <span data-state={state}>{stateWords[state]}</span>}
        </p>
      )}
    </article>
  )
}

/** Calmly, to who reads it: it may well be harmless. */
function LeadsAway({ message }: { message: Message }) {
  return (
    <p className="mt-1 flex max-w-[min(85%,40rem)] items-start gap-2 rounded-md bg-info-soft px-3 py-2 text-sm text-info">
      <Icon name="info" className="mt-0.5 size-4" />
      {words.leadsAway(message.warnings)}
    </p>
  )
}
