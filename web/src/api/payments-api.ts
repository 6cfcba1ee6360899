import { api } from './base-api'
import { paged } from './paging'
import type { Invoice, Page, Payment, PayoutAccount } from './types'

export const paymentsApi = api.injectEndpoints({
  endpoints: (build) => ({
    payments: build.infiniteQuery<Page<Payment>, void, string | null>({
      infiniteQueryOptions: paged<Payment>(),
      query: ({ pageParam }) => ({ url: '/payments', params: { limit: 100, cursor: pageParam } }),
      providesTags: [{ type: 'Payment', id: 'LIST' }],
    }),
    invoice: build.query<Invoice, string>({
      query: (paymentId) => ({ url: `/payments/${paymentId}/invoice` }),
    }),
    payoutAccount: build.query<PayoutAccount, void>({
      query: () => ({ url: '/payments/account' }),
      providesTags: ['PayoutAccount'],
    }),
    startOnboarding: build.mutation<{ url: string }, { idempotencyKey: string }>({
      query: ({ idempotencyKey }) => ({
        url: '/payments/onboarding',
        method: 'POST',
        body: {},
        idempotencyKey,
      }),
    }),
  }),
})

export const {
  usePaymentsInfiniteQuery,
  useInvoiceQuery,
  usePayoutAccountQuery,
  useStartOnboardingMutation,
} = paymentsApi
