import { accessToken } from '@/api/access-token'
import { sessionSlice } from '@/lib/session-slice'
import { storage } from '@/lib/storage'
import { SESSION_HINT, type Store } from './store'

const { restoring, ended } = sessionSlice.actions

/** Asks once for a new access token, and only if a session may exist. */
export function restoreSession(store: Store): void {
  if (!storage.get(SESSION_HINT)) return
  store.dispatch(restoring())
  const done = import('@/api/refresh').then(({ refreshSession }) => refreshSession())
  // Without a connection the person is shown as signed out; the hint stays, so the next start tries again.
  done.catch(() => store.dispatch(ended({ expired: false })))
  accessToken.waitFor(done)
}
