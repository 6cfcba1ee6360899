import { sessionEvents } from './session-events'
import { api } from './base-api'
import { paged } from './paging'
import { refreshSession } from './refresh'
import type {
  Activity,
  Currency,
  Dashboard,
  Me,
  Page,
  Piece,
  PortfolioItem,
  PublicProfile,
  SavedTalent,
  TalentCard,
  UpdateMe,
} from './types'

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
    me: build.query<Me, void>({
      query: () => ({ url: '/users/me' }),
      providesTags: ['Me'],
    }),
    updateMe: build.mutation<Me, UpdateMe>({
      query: (body) => ({ url: '/users/me', method: 'PATCH', body }),
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
    addPiece: build.mutation<PortfolioItem, Piece>({
      query: (body) => ({ url: '/users/me/portfolio', method: 'POST', body }),
      invalidatesTags: ['Me', 'Profile'],
    }),
    updatePiece: build.mutation<PortfolioItem, { id: string; body: Piece }>({
      query: ({ id, body }) => ({ url: `/users/me/portfolio/${id}`, method: 'PATCH', body }),
      invalidatesTags: ['Me', 'Profile'],
    }),
    deletePiece: build.mutation<void, string>({
      query: (id) => ({ url: `/users/me/portfolio/${id}`, method: 'DELETE' }),
      invalidatesTags: ['Me', 'Profile'],
    }),
    profile: build.query<PublicProfile, string>({
      query: (userId) => ({ url: `/users/${userId}` }),
      providesTags: ['Profile'],
    }),
    searchFreelancers: build.infiniteQuery<Page<TalentCard>, FreelancerFilters, string | null>({
      infiniteQueryOptions: paged<TalentCard>(),
      query: ({ queryArg, pageParam }) => ({
        url: '/freelancers',
        params: { ...queryArg, cursor: pageParam },
      }),
    }),
    savedTalent: build.infiniteQuery<Page<Saved>, void, string | null>({
      infiniteQueryOptions: paged<Saved>(),
      query: ({ pageParam }) => ({ url: '/users/me/saved', params: { cursor: pageParam, limit: 100 } }),
      transformResponse: (page: Page<SavedTalent>) => ({
        ...page,
        items: page.items.map((item) => ({ ...item, id: item.freelancer.id })),
      }),
      providesTags: ['Saved'],
    }),
    saveTalent: build.mutation<void, { id: string; saved: boolean }>({
      query: ({ id, saved }) => ({ url: `/users/me/saved/${id}`, method: 'PUT', body: { saved } }),
      invalidatesTags: ['Saved'],
    }),
    dashboard: build.query<Dashboard, void>({
      query: () => ({ url: '/users/me/dashboard' }),
      providesTags: [{ type: 'Payment', id: 'LIST' }],
    }),
    activity: build.infiniteQuery<Page<Activity>, void, string | null>({
      infiniteQueryOptions: paged<Activity>(),
      query: ({ pageParam }) => ({ url: '/users/me/activity', params: { cursor: pageParam, limit: 10 } }),
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
