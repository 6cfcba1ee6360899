import { personal } from '@/lib/personal'
import { storage } from '@/lib/storage'
import { OUTBOX, readOutbox, writeOutbox } from '../state/outbox'
import { chat } from '../state/slice'
import { now, type Store } from './store'

/** Keeps what waits on this device, and shows what other tabs have waiting. */
export function keepOutbox(store: Store): () => void {
  const box = personal.box()
  let kept = now(store).outbox
  const stop = store.subscribe(() => {
    const { outbox } = now(store)
    if (outbox === kept) return
    const before = kept
    kept = outbox
    writeOutbox(box, before, outbox)
  })
  const onStorage = ({ key }: StorageEvent) => {
    if (!key?.startsWith(storage.fullKey('')) || !key.endsWith(OUTBOX)) return
    // It is what stands there already: nothing is to be written again.
    kept = readOutbox(box)
    store.dispatch(chat.outboxCame(kept))
  }
  window.addEventListener('storage', onStorage)
  return () => {
    stop()
    window.removeEventListener('storage', onStorage)
  }
}
