import { api } from './base-api'
import { del, get, post } from './endpoint'
import { sessionEvents } from './session-events'
import type { User } from './types'

/** A refusal is the form's to show. */
const refused = () => undefined

export const securityApi = api.injectEndpoints({
  endpoints: (build) => ({
    sessions: build.query({
      ...get('/v1/auth/sessions'),
      providesTags: ['Session'],
    }),
    revokeSession: build.mutation({
      ...del('/v1/auth/sessions/{sessionId}', (sessionId: string) => ({ path: { sessionId } })),
      invalidatesTags: ['Session', 'Activity'],
    }),
    enrollTotp: build.mutation(post('/v1/auth/totp', (body: { password: string }) => ({ body }))),
    confirmTotp: build.mutation({
      ...post('/v1/auth/totp/confirm', ({ code }: { code: string; user: User }) => ({ body: { code } })),
      onQueryStarted({ user }, { queryFulfilled }) {
        const changed = () => sessionEvents.signedIn({ ...user, totpEnabled: true })
        queryFulfilled.then(changed, refused)
      },
      invalidatesTags: ['Me', 'Activity'],
    }),
    disableTotp: build.mutation({
      ...post(
        '/v1/auth/totp/disable',
        ({ password, code }: { password: string; code: string; user: User }) => ({
          body: { password, code },
        }),
      ),
      onQueryStarted({ user }, { queryFulfilled }) {
        const changed = () => sessionEvents.signedIn({ ...user, totpEnabled: false })
        queryFulfilled.then(changed, refused)
      },
      invalidatesTags: ['Me', 'Activity'],
    }),
  }),
})

export const {
  useSessionsQuery,
  useRevokeSessionMutation,
  useEnrollTotpMutation,
  useConfirmTotpMutation,
  useDisableTotpMutation,
} = securityApi
