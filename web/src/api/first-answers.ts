import axios, { AxiosHeaders } from 'axios'
import { http } from './http'
import { refreshSession } from './refresh'
import type { Tokens } from './types'

/**
 * What preload.js (build/preload-plugin.ts) asks for while the code is on its way, for somebody who is signed in. Whatever did not come
 * is undefined, and is asked for again as ever.
 */
interface First {
  session: Promise<Tokens | undefined>
  /** By address, with its query. */
  answers: Record<string, Promise<unknown>>
}

declare global {
  interface Window {
    proconnectFirst?: First
  }
}

/** How long after the page's start an answer may still be used, in milliseconds. */
const FRESH = 10_000

/** The session that may exist, from what was asked for ahead where that has come. */
export function resumeSession(): Promise<Tokens | null> {
  const first = window.proconnectFirst
  // It stays named: a preload.js that comes later than this asks for nothing.
  window.proconnectFirst = undefined
  if (first) answerFrom(first.answers)
  return refreshSession(first?.session)
}

/** Lets the page's first questions have those answers: each once, and none after the reader has done anything. */
function answerFrom(answers: First['answers']) {
  const place = http.interceptors.request.use((request) => {
    if (
      performance.now() > FRESH ||
      (navigator.userActivation as UserActivation | undefined)?.hasBeenActive
    ) {
      http.interceptors.request.eject(place)
      return request
    }
    const url = http.getUri(request)
    const answer = request.method === 'get' && answers[url]
    if (!answer) return request
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a record of this module's own
    delete answers[url]
    const send = axios.getAdapter(request.adapter ?? http.defaults.adapter)
    request.adapter = async (config) => {
      const data = await answer
      return data === undefined
        ? send(config)
        : { data, status: 200, statusText: 'OK', headers: new AxiosHeaders(), config }
    }
    return request
  })
}
