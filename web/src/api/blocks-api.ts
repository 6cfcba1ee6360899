import { api } from './base-api'
import { type Cursor, del, pages, put } from './endpoint'
import type { Blocked, Page } from './types'

/** A list needs an `id`: that of the person. */
export type BlockedPerson = Blocked & { id: string }

const person = (userId: string) => ({ path: { userId } })

export const blocksApi = api.injectEndpoints({
  endpoints: (build) => ({
    blocked: build.infiniteQuery<Page<BlockedPerson>, void, Cursor>({
      ...pages('/v1/users/me/blocked', () => ({ query: { limit: 100 } })),
      transformResponse: (page: Page<Blocked>) => ({
        ...page,
        items: page.items.map((item) => ({ ...item, id: item.person.id })),
      }),
      providesTags: ['Blocked'],
    }),
    block: build.mutation({ ...put('/v1/users/{userId}/block', person), invalidatesTags: ['Blocked'] }),
    unblock: build.mutation({ ...del('/v1/users/{userId}/block', person), invalidatesTags: ['Blocked'] }),
  }),
})

export const { useBlockedInfiniteQuery, useBlockMutation, useUnblockMutation } = blocksApi
