import { api } from './base-api'
import { paged } from './paging'
import type { Bid, Contract, CreateBid, DeclineReason, Page } from './types'

export const bidsApi = api.injectEndpoints({
  endpoints: (build) => ({
    bidsForTask: build.infiniteQuery<Page<Bid>, string, string | null>({
      infiniteQueryOptions: paged<Bid>(),
      query: ({ queryArg, pageParam }) => ({
        url: `/tasks/${queryArg}/bids`,
        params: { limit: 100, cursor: pageParam },
      }),
      providesTags: [{ type: 'Bid', id: 'LIST' }],
    }),
    myBids: build.infiniteQuery<Page<Bid>, void, string | null>({
      infiniteQueryOptions: paged<Bid>(),
      query: ({ pageParam }) => ({ url: '/bids/mine', params: { cursor: pageParam } }),
      providesTags: [{ type: 'Bid', id: 'LIST' }],
    }),
    createBid: build.mutation<Bid, { taskId: string; body: CreateBid; idempotencyKey: string }>({
      query: ({ taskId, body, idempotencyKey }) => ({
        url: `/tasks/${taskId}/bids`,
        method: 'POST',
        body,
        idempotencyKey,
      }),
      invalidatesTags: (_result, _error, { taskId }) => [
        { type: 'Bid', id: 'LIST' },
        { type: 'Task', id: taskId },
      ],
    }),
    withdrawBid: build.mutation<Bid, { bidId: string; taskId: string }>({
      query: ({ bidId }) => ({ url: `/bids/${bidId}/withdraw`, method: 'POST', body: {} }),
      invalidatesTags: (_result, _error, { taskId }) => [
        { type: 'Bid', id: 'LIST' },
        { type: 'Task', id: taskId },
      ],
    }),
    declineBid: build.mutation<Bid, { bidId: string; reason: DeclineReason; note?: string }>({
      query: ({ bidId, ...body }) => ({ url: `/bids/${bidId}/decline`, method: 'POST', body }),
      invalidatesTags: [{ type: 'Bid', id: 'LIST' }],
    }),
    acceptBid: build.mutation<Contract, { bidId: string; taskId: string; idempotencyKey: string }>({
      query: ({ bidId, idempotencyKey }) => ({
        url: `/bids/${bidId}/accept`,
        method: 'POST',
        body: {},
        idempotencyKey,
      }),
      invalidatesTags: (_result, error, { taskId }) =>
        error
          ? []
          : [
              { type: 'Bid', id: 'LIST' },
              { type: 'Task', id: taskId },
              { type: 'Task', id: 'LIST' },
              { type: 'Contract', id: 'LIST' },
            ],
    }),
  }),
})

export const {
  useBidsForTaskInfiniteQuery,
  useMyBidsInfiniteQuery,
  useCreateBidMutation,
  useWithdrawBidMutation,
  useDeclineBidMutation,
  useAcceptBidMutation,
} = bidsApi
