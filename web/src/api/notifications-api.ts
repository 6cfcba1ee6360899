import type { ThunkAction, UnknownAction } from '@reduxjs/toolkit'
import { api } from './base-api'
import { type Cursor, get, pages, post } from './endpoint'
import { addTold, markTold, type ReadMark, type ToldFilter, type ToldPage } from './told'
import type { Told } from './types'

const LIST = { type: 'Notification', id: 'LIST' } as const
const COUNT = { type: 'Notification', id: 'COUNT' } as const

const listsApi = api.injectEndpoints({
  endpoints: (build) => ({
    notifications: build.infiniteQuery<ToldPage, ToldFilter, Cursor>({
      ...pages('/v1/notifications', (filter: ToldFilter) => ({ query: filter })),
      providesTags: [LIST],
    }),
    unreadCount: build.query<number, void>({
      ...get('/v1/notifications', () => ({ query: { limit: 1 } })),
      transformResponse: ({ unreadCount }: ToldPage) => unreadCount,
      providesTags: [COUNT],
    }),
  }),
})

const { updateQueryData, invalidateTags, selectCachedArgsForQuery } = listsApi.util

type State = Parameters<typeof selectCachedArgsForQuery>[0]
type Change = ThunkAction<void, State, unknown, UnknownAction>

/** How many are unread now. A question that is under way may be answered with what was so before: it is asked again. */
const counted =
  (count: number): Change =>
  (dispatch, getState) => {
    const { status } = listsApi.endpoints.unreadCount.select()(getState())
    if (status === 'pending') dispatch(invalidateTags([COUNT]))
    else dispatch(updateQueryData('unreadCount', undefined, () => count))
  }

/** The connection was opened: something may have been told before, and by nobody. */
export const mayBeBehind = () => invalidateTags([LIST, COUNT])

const filters = (state: State) => selectCachedArgsForQuery(state, 'notifications')

/** Puts what was told just now into every list that is kept. */
export const toldNow =
  (told: Told, unreadCount: number): Change =>
  (dispatch, getState) => {
    for (const filter of filters(getState()))
      dispatch(updateQueryData('notifications', filter, ({ pages }) => addTold(pages, filter, told)))
    dispatch(counted(unreadCount))
  }

const marked =
  (mark: ReadMark): Change =>
  (dispatch, getState) => {
    const now = new Date().toISOString()
    for (const filter of filters(getState()))
      dispatch(updateQueryData('notifications', filter, ({ pages }) => markTold(pages, mark, now)))
  }

/** Somebody has read something, in this window or another of theirs. */
export const readNow =
  (mark: ReadMark, unreadCount: number): Change =>
  (dispatch) => {
    dispatch(marked(mark))
    dispatch(counted(unreadCount))
  }

export type Reading = { ids: string[] } | { all: true; upTo?: string }

const markOf = (reading: Reading): ReadMark =>
  'ids' in reading ? { ids: reading.ids, upTo: null } : { ids: null, upTo: reading.upTo ?? null }

const notificationsApi = listsApi.injectEndpoints({
  endpoints: (build) => ({
    markRead: build.mutation({
      ...post('/v1/notifications/read', (body: Reading) => ({ body })),
      // Shown at once. Should it be refused, what the server has is shown again.
      async onQueryStarted(reading, { dispatch, queryFulfilled }) {
        dispatch(marked(markOf(reading)))
        const { data } = await queryFulfilled.catch(() => ({ data: null }))
        if (data) dispatch(counted(data.unreadCount))
      },
      invalidatesTags: (_result, error) => (error ? [LIST, COUNT] : []),
    }),
  }),
})

export const { useNotificationsInfiniteQuery, useUnreadCountQuery, useMarkReadMutation } = notificationsApi
