import type { BaseQueryFn } from '@reduxjs/toolkit/query'
import { http } from './http'
import { type ApiProblem, toProblem } from './problem'

export interface Call {
  url: string
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  body?: unknown
  params?: Record<string, unknown>
  idempotencyKey?: string
}

export const baseQuery: BaseQueryFn<Call, unknown, ApiProblem> = async (call, { signal }) => {
  try {
    const { data } = await http.request({
      url: call.url,
      method: call.method ?? 'GET',
      data: call.body,
      params: call.params,
      // Lists repeat their name (`skill=a&skill=b`), as the server reads them.
      paramsSerializer: { indexes: null },
      signal,
      headers: call.idempotencyKey ? { 'Idempotency-Key': call.idempotencyKey } : undefined,
    })
    return { data }
  } catch (error) {
    return { error: toProblem(error) }
  }
}
