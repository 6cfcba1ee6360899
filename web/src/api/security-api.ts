import { api } from './base-api'
import { sessionEvents } from './session-events'
import type { Page, Session, User } from './types'

export interface Enrolment {
  otpauthUrl: string
  secret: string
}

/** A refusal is the form's to show. */
const refused = () => undefined

export const securityApi = api.injectEndpoints({
  endpoints: (build) => ({
    sessions: build.query<Page<Session>, void>({
      query: () => ({ url: '/auth/sessions' }),
      providesTags: ['Session'],
    }),
    revokeSession: build.mutation<void, string>({
      query: (id) => ({ url: `/auth/sessions/${id}`, method: 'DELETE' }),
      invalidatesTags: ['Session', 'Activity'],
    }),
    enrollTotp: build.mutation<Enrolment, { password: string }>({
      query: (body) => ({ url: '/auth/totp', method: 'POST', body }),
    }),
    confirmTotp: build.mutation<{ recoveryCodes: string[] }, { code: string; user: User }>({
      query: ({ code }) => ({ url: '/auth/totp/confirm', method: 'POST', body: { code } }),
      onQueryStarted({ user }, { queryFulfilled }) {
        const changed = () => sessionEvents.signedIn({ ...user, totpEnabled: true })
        queryFulfilled.then(changed, refused)
      },
      invalidatesTags: ['Me', 'Activity'],
    }),
    disableTotp: build.mutation<void, { password: string; code: string; user: User }>({
      query: ({ password, code }) => ({
        url: '/auth/totp/disable',
        method: 'POST',
        body: { password, code },
      }),
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
