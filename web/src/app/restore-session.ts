import { accessToken } from '@/api/access-token'
import type { ApiProblem } from '@/api/problem'
import { sessionSlice } from '@/lib/session-slice'
import { storage } from '@/lib/storage'
import { SESSION_HINT, type Store } from './store'

const { restoring, waiting } = sessionSlice.actions

/** In seconds, after each failure in turn. */
const WAITS = [2, 5, 15, 30]

/** Asks for a new access token, and only if a session may exist; again and again while there is no clear answer. */
export function restoreSession(store: Store): void {
  if (!storage.get(SESSION_HINT)) return
  store.dispatch(restoring())
  ask(store, 0)
}

function ask(store: Store, failures: number): void {
  const done = import('@/api/first-answers').then(({ resumeSession }) => resumeSession())
  accessToken.waitFor(done)
  done.catch((problem: Partial<ApiProblem>) => {
    const wait = problem.retryAfter ?? WAITS[failures] ?? 60
    store.dispatch(waiting(wait))
    const again = () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
      ask(store, failures + 1)
    }
    const timer = setTimeout(again, wait * 1000)
    window.addEventListener('online', again)
  })
}
