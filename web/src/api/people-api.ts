import { sessionEvents } from './session-events'
import { api } from './base-api'
import { type Cursor, del, get, pages, patch, post, put } from './endpoint'
import { refreshSession } from './refresh'
import type { Activity, Currency, Page, Piece, SavedTalent, TalentCard, UpdateMe } from './types'

export interface FreelancerFilters {
  q?: string
  skill?: string[]
  rateMax?: number
  currency?: Currency
  location?: string
}

/** A list needs an `id`: that of the freelancer. */
export type Saved = SavedTalent & { id: string }

export const peopleApi = api.injectEndpoints({
  endpoints: (build) => ({
    me: build.query({
      ...get('/v1/users/me'),
      providesTags: ['Me'],
    }),
    updateMe: build.mutation({
      ...patch('/v1/users/me', (body: UpdateMe) => ({ body })),
      async onQueryStarted(change, { dispatch, queryFulfilled }) {
        // A refusal is the form's to show.
        const data = await queryFulfilled.then((result) => result.data).catch(() => null)
        if (!data) return
        dispatch(peopleApi.util.upsertQueryData('me', undefined, data))
        sessionEvents.signedIn(data)
        // The access token names the roles: a new one counts from the next token on.
        if (change.roles) await refreshSession()
      },
      invalidatesTags: ['Profile', 'Activity'],
    }),
    addPiece: build.mutation({
      ...post('/v1/users/me/portfolio', (given: { body: Piece; idempotencyKey: string }) => given),
      invalidatesTags: ['Me', 'Profile'],
    }),
    updatePiece: build.mutation({
      ...patch('/v1/users/me/portfolio/{itemId}', ({ id, body }: { id: string; body: Piece }) => ({
        path: { itemId: id },
        body,
      })),
      invalidatesTags: ['Me', 'Profile'],
    }),
    deletePiece: build.mutation({
      ...del('/v1/users/me/portfolio/{itemId}', (itemId: string) => ({ path: { itemId } })),
      invalidatesTags: ['Me', 'Profile'],
    }),
    profile: build.query({
      ...get('/v1/users/{userId}', (userId: string) => ({ path: { userId } })),
      providesTags: ['Profile'],
    }),
    searchFreelancers: build.infiniteQuery<Page<TalentCard>, FreelancerFilters, Cursor>(
      pages('/v1/freelancers', (query: FreelancerFilters) => ({ query })),
    ),
    savedTalent: build.infiniteQuery<Page<Saved>, void, Cursor>({
      ...pages('/v1/users/me/saved', () => ({ query: { limit: 100 } })),
      transformResponse: (page: Page<SavedTalent>) => ({
        ...page,
        items: page.items.map((item) => ({ ...item, id: item.freelancer.id })),
      }),
      providesTags: ['Saved'],
    }),
    saveTalent: build.mutation({
      ...put('/v1/users/me/saved/{userId}', ({ id, saved }: { id: string; saved: boolean }) => ({
        path: { userId: id },
        body: { saved },
      })),
      invalidatesTags: ['Saved'],
    }),
    dashboard: build.query({
      ...get('/v1/users/me/dashboard'),
      providesTags: [{ type: 'Payment', id: 'LIST' }],
    }),
    activity: build.infiniteQuery<Page<Activity>, void, Cursor>({
      ...pages('/v1/users/me/activity', () => ({ query: { limit: 10 } })),
      providesTags: ['Activity'],
    }),
  }),
})

export const {
  useMeQuery,
  useUpdateMeMutation,
  useAddPieceMutation,
  useUpdatePieceMutation,
  useDeletePieceMutation,
  useProfileQuery,
  useSearchFreelancersInfiniteQuery,
  useSavedTalentInfiniteQuery,
  useSaveTalentMutation,
  useDashboardQuery,
  useActivityInfiniteQuery,
} = peopleApi
