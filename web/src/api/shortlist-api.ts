import { api } from './base-api'
import { bidsApi, type OneBid } from './bids-api'
import { put } from './endpoint'

/** Apart from the other steps of a bid: the comparison alone loads it. */
const shortlistApi = api.injectEndpoints({
  endpoints: (build) => ({
    shortlistBid: build.mutation({
      ...put('/v1/bids/{bidId}/shortlist', ({ bidId, shortlisted }: OneBid & { shortlisted: boolean }) => ({
        path: { bidId },
        body: { shortlisted },
      })),
      // The star turns at once, and back if it was refused.
      async onQueryStarted({ bidId, taskId, shortlisted }, { dispatch, queryFulfilled }) {
        const status = shortlisted ? 'shortlisted' : 'submitted'
        const turned = dispatch(
          bidsApi.util.updateQueryData('bidsForTask', taskId, ({ pages }) => {
            const bid = pages.flatMap(({ items }) => items).find(({ id }) => id === bidId)
            if (bid) bid.status = status
          }),
        )
        await queryFulfilled.catch(turned.undo)
      },
      // Decided meanwhile, most likely: the list is to show what is there now.
      invalidatesTags: (_result, error) => (error ? [{ type: 'Bid', id: 'LIST' }] : []),
    }),
  }),
})

export const { useShortlistBidMutation } = shortlistApi
