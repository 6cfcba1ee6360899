import { api } from './base-api'
import { contractTags } from './contract-tags'
import { post } from './endpoint'
import type { DeclineRefund, OfferRefund, RequestRefund } from './types'

interface Of {
  /** Only named so that it is asked for again. */
  contractId: string
  id: string
}

type Keyed<T> = Of & { body: T; idempotencyKey: string }

const onMilestone = <T>({ id, body, idempotencyKey }: Keyed<T>) => ({
  path: { milestoneId: id },
  body,
  idempotencyKey,
})

const onRequest = ({ id }: Of) => ({ path: { refundRequestId: id } })

const touched = (_result: unknown, _error: unknown, { contractId }: Of) => contractTags(contractId)

export const refundsApi = api.injectEndpoints({
  endpoints: (build) => ({
    requestRefund: build.mutation({
      ...post('/v1/milestones/{milestoneId}/refund-requests', onMilestone<RequestRefund>),
      invalidatesTags: touched,
    }),
    offerRefund: build.mutation({
      ...post('/v1/milestones/{milestoneId}/refunds', onMilestone<OfferRefund>),
      invalidatesTags: touched,
    }),
    acceptRefund: build.mutation({
      ...post('/v1/refund-requests/{refundRequestId}/accept', onRequest),
      invalidatesTags: touched,
    }),
    declineRefund: build.mutation({
      ...post(
        '/v1/refund-requests/{refundRequestId}/decline',
        ({ id, body }: Of & { body: DeclineRefund }) => ({
          path: { refundRequestId: id },
          body,
        }),
      ),
      invalidatesTags: touched,
    }),
    withdrawRefund: build.mutation({
      ...post('/v1/refund-requests/{refundRequestId}/withdraw', onRequest),
      invalidatesTags: touched,
    }),
  }),
})

export const {
  useRequestRefundMutation,
  useOfferRefundMutation,
  useAcceptRefundMutation,
  useDeclineRefundMutation,
  useWithdrawRefundMutation,
} = refundsApi
