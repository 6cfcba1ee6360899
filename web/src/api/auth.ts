import { accessToken } from './access-token'
import { http } from './http'
import { toProblem } from './problem'
import { sessionEvents } from './session-events'
import type { Registration, Tokens, User } from './types'

/** Signing up and in. Loaded when it is needed, so that the landing page does not carry the HTTP client. */

async function post<T>(path: string, body: unknown): Promise<T> {
  try {
    return (await http.post<T>(path, body)).data
  } catch (error) {
    throw toProblem(error)
  }
}

async function open(path: string, body: unknown): Promise<User> {
  const tokens = await post<Tokens>(path, body)
  accessToken.set(tokens.accessToken)
  sessionEvents.signedIn(tokens.user)
  return tokens.user
}

export const register = (body: Registration) => post<{ user: User }>('/auth/register', body)
export const resendCode = (email: string) => post<unknown>('/auth/resend-code', { email })
export const verifyEmail = (body: { email: string; code: string }) => open('/auth/verify-email', body)
export const logIn = (body: { email: string; password: string; code?: string }) => open('/auth/login', body)

export const forgotPassword = (email: string) => post<unknown>('/auth/forgot-password', { email })
export const resetPassword = (body: { token: string; password: string }) =>
  post<unknown>('/auth/reset-password', body)
export const changePassword = (body: { current: string; password: string }) =>
  open('/auth/change-password', body)

/** Shows once more who it is, for what is dangerous; the code where two-step log-in is on. */
export const reauthenticate = (body: { password: string; code?: string }) =>
  post<unknown>('/auth/reauthenticate', body)

/** Closes the account for good; the session is over with it. */
export async function deleteAccount(password: string): Promise<void> {
  await post('/users/me/delete', { password })
  accessToken.set(null)
  sessionEvents.ended('logged-out')
}

export async function logOut(): Promise<void> {
  await post('/auth/logout', {})
  accessToken.set(null)
  sessionEvents.ended('logged-out')
}
