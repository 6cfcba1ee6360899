import type { Call } from './base-query'
import type { paths } from './generated/schema'
import type { Page, Written } from './types'

/** Endpoints as the contract has them: a path, a parameter, a body or an answer that it does not know is no type. */

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

interface Operation {
  parameters: { query?: unknown; header?: unknown; path?: unknown }
  requestBody?: unknown
  responses: object
}

type OperationOf<M extends Method, P extends keyof paths> = Extract<paths[P][M], Operation>

/** The paths that take this method. */
type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends Operation ? P : never
}[keyof paths]

type Place<O extends Operation, Name extends 'query' | 'header' | 'path'> = NonNullable<O['parameters'][Name]>
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never
type Needed<Name extends string, T> = [T] extends [never] ? { [N in Name]?: never } : { [N in Name]: T }
type Allowed<Name extends string, T> = [T] extends [never] ? { [N in Name]?: never } : { [N in Name]?: T }

/** What one call gives: the path's ids, the query, the body, and a key where the server replays answers. */
type Given<O extends Operation> = Needed<'path', Place<O, 'path'>> &
  Allowed<'query', Place<O, 'query'>> &
  Needed<'body', Json<NonNullable<O['requestBody']>>> &
  (Place<O, 'header'> extends { 'Idempotency-Key'?: string }
    ? [Place<O, 'header'>] extends [never]
      ? { idempotencyKey?: never }
      : { idempotencyKey: string }
    : { idempotencyKey?: never })

type Reply<O extends Operation> = O['responses'] extends { 204: unknown }
  ? void
  : Written<Json<O['responses'][keyof O['responses'] & (200 | 201 | 202)]>>

interface Parts {
  path?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  idempotencyKey?: string
}

function callOf(
  method: Uppercase<Method>,
  path: string,
  { path: ids, query, body, idempotencyKey }: Parts,
): Call {
  // The client's base address is the `/v1` that every path of the contract begins with.
  const url = path.replace(/^\/v1/, '').replace(/\{(\w+)\}/g, (_, name: string) => ids?.[name] ?? '')
  return { url, method, params: query, body: body ?? (method === 'POST' ? {} : undefined), idempotencyKey }
}

/** What an endpoint takes and answers; RTK Query reads the answer's type off `transformResponse`. */
interface Endpoint<Argument, Answer> {
  query: (argument: Argument) => Call
  transformResponse?: (answer: Answer) => Answer
}

/** The paths that can be called with nothing but the method. */
type BarePath<M extends Method> = {
  [P in PathOf<M>]: object extends Given<OperationOf<M, P>> ? P : never
}[PathOf<M>]

interface Endpoints<M extends Method> {
  <P extends BarePath<M>>(path: P): Endpoint<void, Reply<OperationOf<M, P>>>
  <P extends PathOf<M>, Argument>(
    path: P,
    given: (argument: Argument) => Given<OperationOf<M, P>>,
  ): Endpoint<Argument, Reply<OperationOf<M, P>>>
}

const endpoint = <M extends Method>(method: M) =>
  (<Argument>(path: string, given?: (argument: Argument) => Parts) => ({
    query: (argument: Argument) =>
      callOf(method.toUpperCase() as Uppercase<M>, path, given?.(argument) ?? {}),
  })) as Endpoints<M>

export const get = endpoint('get')
export const post = endpoint('post')
export const put = endpoint('put')
export const patch = endpoint('patch')
export const del = endpoint('delete')

type ListPath = {
  [P in PathOf<'get'>]: Reply<OperationOf<'get', P>> extends Page<unknown> ? P : never
}[PathOf<'get'>]
type Item<P extends ListPath> = Reply<OperationOf<'get', P>> extends Page<infer T> ? T : never

export type Cursor = string | null

interface List<T, Argument> {
  infiniteQueryOptions: { initialPageParam: Cursor; getNextPageParam: (last: Page<T>) => string | undefined }
  query: (place: { queryArg: Argument; pageParam: Cursor }) => Call
}

/** A list that comes in pages: the cursor of one asks for the next. */
export function pages<P extends ListPath & BarePath<'get'>>(path: P): List<Item<P>, void>
export function pages<P extends ListPath, Argument>(
  path: P,
  given: (argument: Argument) => Given<OperationOf<'get', P>>,
): List<Item<P>, Argument>
export function pages<T, Argument>(path: string, given?: (argument: Argument) => Parts): List<T, Argument> {
  return {
    infiniteQueryOptions: {
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    },
    query: ({ queryArg, pageParam }) => {
      const { query, ...rest } = given?.(queryArg) ?? {}
      return callOf('GET', path, { ...rest, query: { ...query, cursor: pageParam } })
    },
  }
}
