import { api } from './base-api'
import { contractTags } from './contract-tags'
import { type Cursor, pages, post } from './endpoint'
import type { Page, ResolvePayment, RetryPayment, StuckPayment } from './types'

interface Keyed<T> {
  milestoneId: string
  paymentId: string
  body: T
  idempotencyKey: string
}

const onPayment = <T>({ milestoneId, paymentId, body, idempotencyKey }: Keyed<T>) => ({
  path: { milestoneId, paymentId },
  body,
  idempotencyKey,
})

const touched = (payment: StuckPayment | undefined) =>
  payment ? contractTags(payment.contractId) : (['Dispute'] as const)

export const stuckApi = api.injectEndpoints({
  endpoints: (build) => ({
    stuckPayments: build.infiniteQuery<Page<StuckPayment>, void, Cursor>({
      ...pages('/v1/admin/stuck-payments', () => ({ query: {} })),
      providesTags: [{ type: 'Payment', id: 'LIST' }],
    }),
    retryPayment: build.mutation({
      ...post('/v1/admin/milestones/{milestoneId}/payments/{paymentId}/retry', onPayment<RetryPayment>),
      invalidatesTags: touched,
    }),
    resolvePayment: build.mutation({
      ...post('/v1/admin/milestones/{milestoneId}/payments/{paymentId}/resolve', onPayment<ResolvePayment>),
      invalidatesTags: touched,
    }),
  }),
})

export const { useStuckPaymentsInfiniteQuery, useRetryPaymentMutation, useResolvePaymentMutation } = stuckApi
