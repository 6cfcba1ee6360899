import { api } from './base-api'
import { type Cursor, pages, post } from './endpoint'
import type { Bid, CreateBid, DeclineReason, Page } from './types'

export interface OneBid {
  bidId: string
  /** Whose list of bids is asked for again. */
  taskId: string
}

export const bidsApi = api.injectEndpoints({
  endpoints: (build) => ({
    bidsForTask: build.infiniteQuery<Page<Bid>, string, Cursor>({
      ...pages('/v1/tasks/{taskId}/bids', (taskId: string) => ({ path: { taskId }, query: { limit: 100 } })),
      providesTags: [{ type: 'Bid', id: 'LIST' }],
    }),
    myBids: build.infiniteQuery<Page<Bid>, void, Cursor>({
      ...pages('/v1/bids/mine'),
      providesTags: [{ type: 'Bid', id: 'LIST' }],
    }),
    createBid: build.mutation({
      ...post(
        '/v1/tasks/{taskId}/bids',
        ({ taskId, ...given }: { taskId: string; body: CreateBid; idempotencyKey: string }) => ({
          path: { taskId },
          ...given,
        }),
      ),
      invalidatesTags: (_result, _error, { taskId }) => [
        { type: 'Bid', id: 'LIST' },
        { type: 'Task', id: taskId },
      ],
    }),
    withdrawBid: build.mutation({
      ...post('/v1/bids/{bidId}/withdraw', ({ bidId }: OneBid) => ({ path: { bidId } })),
      invalidatesTags: (_result, _error, { taskId }) => [
        { type: 'Bid', id: 'LIST' },
        { type: 'Task', id: taskId },
      ],
    }),
    declineBid: build.mutation({
      ...post(
        '/v1/bids/{bidId}/decline',
        ({ bidId, ...body }: { bidId: string; reason: DeclineReason; note?: string }) => ({
          path: { bidId },
          body,
        }),
      ),
      invalidatesTags: [{ type: 'Bid', id: 'LIST' }],
    }),
    acceptBid: build.mutation({
      ...post(
        '/v1/bids/{bidId}/accept',
        ({ bidId, idempotencyKey }: OneBid & { idempotencyKey: string }) => ({
          path: { bidId },
          idempotencyKey,
        }),
      ),
      invalidatesTags: (_result, error, { taskId }) =>
        error
          ? []
          : [
              { type: 'Bid', id: 'LIST' },
              { type: 'Task', id: taskId },
              { type: 'Task', id: 'LIST' },
              { type: 'Contract', id: 'LIST' },
              // A hire counts in the client's record.
              'Profile',
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
