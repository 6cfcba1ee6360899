import axios, { type AxiosError, type InternalAxiosRequestConfig } from 'axios'
import { apiBase } from '@/config/env'
import { accessToken } from './access-token'
import { refreshSession } from './refresh'
import { sessionEvents } from './session-events'

type Request = InternalAxiosRequestConfig & { retried?: boolean; confirmed?: boolean }

export const http = axios.create({ baseURL: apiBase, timeout: 30_000 })

http.interceptors.request.use(async (request: Request) => {
  await accessToken.settled()
  const token = accessToken.get()
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
})

/** The token that a refused request carried: when another one is there by now, no refresh is needed. */
function sentToken(request: Request): string | null {
  const value = request.headers.get('Authorization')
  return typeof value === 'string' ? value.replace('Bearer ', '') : null
}

http.interceptors.response.use(undefined, async (error: AxiosError<{ code?: string } | undefined>) => {
  const request = error.config as Request | undefined
  if (error.response?.data?.code === 'reauthentication_required' && request && !request.confirmed) {
    if (!(await sessionEvents.confirm())) throw error
    request.confirmed = true
    return http(request)
  }
  const sent = request && sentToken(request)
  if (error.response?.status !== 401 || !request || !sent || request.retried) throw error
  if (accessToken.get() === sent && !(await refreshSession())) throw error
  request.retried = true
  return http(request)
})
