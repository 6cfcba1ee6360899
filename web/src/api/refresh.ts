import axios from 'axios'
import { apiBase } from '@/config/env'
import { accessToken } from './access-token'
import { toProblem } from './problem'
import { sessionEvents } from './session-events'
import type { Tokens } from './types'

// The server ends the whole session when a refresh token comes back long after it was replaced (30 s at most are allowed,
// for answers that were lost), so two refreshes must never overlap:
// neither two of this tab (`running`) nor those of two tabs (the browser's lock, shared by all of them).
let running: Promise<Tokens | null> | null = null

async function withLock<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request('proconnect.refresh', work)
}

async function rotate(early?: Promise<Tokens | undefined>): Promise<Tokens | null> {
  try {
    const data = (await early) ?? (await axios.post<Tokens>(`${apiBase}/auth/refresh`, {})).data
    accessToken.set(data.accessToken)
    sessionEvents.signedIn(data.user)
    return data
  } catch (error) {
    const problem = toProblem(error)
    // Only a clear no ends the session; a lost connection does not.
    if (problem.status !== 401 && problem.status !== 403) throw problem
    accessToken.set(null)
    sessionEvents.ended('expired')
    return null
  }
}

/**
 * A new access token, or null when the session is over. All callers at one time share one request; `early` is what was asked
 * for already, under the same lock, or nothing if that failed.
 */
export function refreshSession(early?: Promise<Tokens | undefined>): Promise<Tokens | null> {
  running ??= withLock(() => rotate(early)).finally(() => {
    running = null
  })
  return running
}
