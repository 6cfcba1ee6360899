import { api } from './base-api'
import { type Cursor, get, pages, post } from './endpoint'
import type { Page, Payment, PaymentFilter } from './types'

export const paymentsApi = api.injectEndpoints({
  endpoints: (build) => ({
    payments: build.infiniteQuery<Page<Payment>, void, Cursor>({
      ...pages('/v1/payments', () => ({ query: { limit: 100 } })),
      providesTags: [{ type: 'Payment', id: 'LIST' }],
    }),
    filteredPayments: build.infiniteQuery<Page<Payment>, PaymentFilter, Cursor>({
      ...pages('/v1/payments', (filter: PaymentFilter) => ({ query: { ...filter, limit: 100 } })),
      providesTags: [{ type: 'Payment', id: 'LIST' }],
    }),
    invoice: build.query(
      get('/v1/payments/{paymentId}/invoice', (paymentId: string) => ({ path: { paymentId } })),
    ),
    payoutAccount: build.query({
      ...get('/v1/payments/account'),
      providesTags: ['PayoutAccount'],
    }),
    startOnboarding: build.mutation(post('/v1/payments/onboarding')),
  }),
})

export const {
  usePaymentsInfiniteQuery,
  useFilteredPaymentsInfiniteQuery,
  useInvoiceQuery,
  usePayoutAccountQuery,
  useStartOnboardingMutation,
} = paymentsApi
