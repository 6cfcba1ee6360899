import { configureStore } from '@reduxjs/toolkit'
import { sessionEvents } from '@/api/session-events'
import { chosenView } from '@/lib/chosen-view'
import { personal } from '@/lib/personal'
import { sessionSlice } from '@/lib/session-slice'
import { storage } from '@/lib/storage'
import { lateMiddleware, rootReducer } from '@/lib/store-parts'

/** Says that a refresh cookie may exist; the cookie itself cannot be seen from here. */
export const SESSION_HINT = 'session'

export function makeStore() {
  return configureStore({
    reducer: rootReducer,
    middleware: (defaults) => defaults().concat(lateMiddleware.middleware),
  })
}

export type Store = ReturnType<typeof makeStore>

const { signedIn, ended, viewChosen } = sessionSlice.actions

/** Clears what the last person saw; the next one on this device must not find it. */
async function forgetServerData(store: Store): Promise<void> {
  if (!('api' in store.getState())) return
  const { api } = await import('@/api/base-api')
  store.dispatch(api.util.resetApiState())
}

export function connectSession(store: Store): void {
  sessionEvents.signedIn = (user) => {
    storage.set(SESSION_HINT, '1')
    const before = store.getState().session.user
    personal.signedIn(user.id)
    if (before?.id !== user.id) store.dispatch(viewChosen(chosenView.get()))
    store.dispatch(signedIn(user))
    if (before && before.id !== user.id) void forgetServerData(store)
  }
  sessionEvents.ended = (why) => {
    // Without the hint, another tab has seen the end already, and knows why: this one cannot.
    personal.ended({ forget: why === 'logged-out' && storage.get(SESSION_HINT) !== null })
    storage.remove(SESSION_HINT)
    store.dispatch(ended({ expired: why === 'expired' }))
    void forgetServerData(store)
  }
  // Logging out in one tab logs out in all of them.
  window.addEventListener('storage', (event) => {
    if (event.key !== storage.fullKey(SESSION_HINT) || event.newValue !== null) return
    if (store.getState().session.user) sessionEvents.ended('logged-out')
  })
}
