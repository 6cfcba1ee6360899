import * as words from './words'

/** Refusals: RFC 9457 problem details, and what stands in for them when no answer came at all. */

export interface FieldProblem {
  pointer: string
  code: string
  message: string
}

export interface ApiProblem {
  status: number
  code: string
  title: string
  detail: string
  requestId: string | null
  errors: FieldProblem[]
  retryAfter: number | null
  /** What the thing is now, where somebody wanted to change what it was. */
  present?: unknown
}

interface ResponseLike {
  status: number
  data?: unknown
  headers?: unknown
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function header(headers: unknown, name: string): string {
  if (typeof headers !== 'object' || headers === null) return ''
  return text((headers as Record<string, unknown>)[name])
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value.map((entry: Partial<FieldProblem>) => ({
    pointer: text(entry.pointer),
    code: text(entry.code),
    message: text(entry.message),
  }))
}

const unreachable: ApiProblem = {
  status: 0,
  code: 'network_error',
  title: words.noConnection,
  detail: words.unreachable,
  requestId: null,
  errors: [],
  retryAfter: null,
}

const fallbackDetail = words.ourFault

/** The server's own words for this are for programs. */
const tooMany = (status: number, seconds: number) =>
  status === 429 && seconds > 0 ? words.tooMany(seconds) : ''

export function problemFrom(response: ResponseLike): ApiProblem {
  const body = (typeof response.data === 'object' && response.data) || {}
  const fields = body as Record<string, unknown>
  const seconds = Number.parseInt(header(response.headers, 'retry-after'), 10)
  return {
    status: response.status,
    code: text(fields.code) || `http_${response.status}`,
    title: text(fields.title) || words.wentWrong,
    detail: tooMany(response.status, seconds) || text(fields.detail) || text(fields.title) || fallbackDetail,
    requestId: text(fields.requestId) || null,
    errors: fieldProblems(fields.errors),
    retryAfter: Number.isFinite(seconds) ? seconds : null,
    ...('present' in fields && { present: fields.present }),
  }
}

export function isProblem(value: unknown): value is ApiProblem {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'detail' in value
  )
}

/** Makes a problem of whatever was thrown. */
export function toProblem(error: unknown): ApiProblem {
  if (isProblem(error) && 'errors' in error) return error
  if (typeof error === 'object' && error !== null && 'response' in error && error.response) {
    return problemFrom(error.response as ResponseLike)
  }
  return unreachable
}
