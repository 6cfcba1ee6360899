import { http } from './http'
import { toProblem } from './problem'
import type { Subscription } from './types'

/** The links at the end of mails: whoever has one needs no session. Looking changes nothing, since scanners look. */

const at = (token: string) => `/notifications/unsubscribe?token=${encodeURIComponent(token)}`

async function answer<T>(call: Promise<{ data: T }>): Promise<T> {
  try {
    return (await call).data
  } catch (error) {
    throw toProblem(error)
  }
}

export const subscription = (token: string) => answer(http.get<Subscription>(at(token)))

/** Turns the mails off, or on again. */
export const subscribe = (token: string, on: boolean) =>
  answer(http.post<{ isOff: boolean }>(at(token), on ? { on: true } : {}))
