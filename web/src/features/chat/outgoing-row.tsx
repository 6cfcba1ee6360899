import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useAppStore } from '@/lib/store-parts'
import { live } from '@/live/live'
import { sayAgain } from './live/say'
import { MessageFiles } from './message-files'
import { bubble, Said } from './message-row'
import { MessageText } from './message-text'
import { chat } from './state/slice'
import type { Outgoing } from './state/outbox'
import * as words from './talk-words'

/** A message that is on its way, waits, or was refused. It looks as it will once it is there. */
export function OutgoingRow({ item, isFirst }: { item: Outgoing; isFirst: boolean }) {
  const store = useAppStore()
  const isOpen = useSyncExternalStore(live.subscribe, live.isOpen)
  return (
    <article className="flex flex-col items-end">
      {isFirst && <Said name={words.you} time={new Date(item.queuedAt).toISOString()} />}
      <div className={`max-w-[min(85%,40rem)] ${bubble(true)}`}>
        {item.text && <MessageText text={item.text} />}
        <MessageFiles files={item.files} />
      </div>
      {item.refusal === null ? (
        <p
          aria-live="off"
          data-state={isOpen ? 'sending' : 'waits'}
          className="mt-1 flex items-center gap-1 text-xs text-ink-muted"
        >
          <Icon name="clock" className="size-3.5" />
          {isOpen ? words.sending : words.waits}
        </p>
      ) : (
        <div role="alert" className="mt-1 text-right text-sm">
          <p className="font-medium text-danger">{words.notSent(item.refusal)}</p>
          <div className="mt-1 flex justify-end gap-2">
            <Button variant="quiet" size="sm" onClick={() => store.dispatch(chat.removed(item.clientId))}>
              {words.discard}
            </Button>
            <Button variant="secondary" size="sm" icon="refresh" onClick={() => sayAgain(store, item)}>
              {words.sendAgain}
            </Button>
          </div>
        </div>
      )}
    </article>
  )
}
