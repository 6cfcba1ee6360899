import { api } from './base-api'
import type { OneBid } from './bids-api'
import { patch, post } from './endpoint'
import type { UpdateTask } from './types'

/** What a client does with a task of their own, and what comes of it for those who have bid. Apart from what every visit loads. */

const changed = (taskId: string) => [
  { type: 'Task' as const, id: taskId },
  { type: 'Task' as const, id: 'LIST' },
]

export const ownTasksApi = api.injectEndpoints({
  endpoints: (build) => ({
    updateTask: build.mutation({
      ...patch('/v1/tasks/{taskId}', ({ taskId, body }: { taskId: string; body: UpdateTask }) => ({
        path: { taskId },
        body,
      })),
      invalidatesTags: (_result, _error, { taskId }) => changed(taskId),
    }),
    cancelTask: build.mutation({
      ...post('/v1/tasks/{taskId}/cancel', ({ taskId, reason }: { taskId: string; reason: string }) => ({
        path: { taskId },
        body: { reason },
      })),
      invalidatesTags: (_result, _error, { taskId }) => [...changed(taskId), { type: 'Bid', id: 'LIST' }],
    }),
    keepBid: build.mutation({
      ...post('/v1/bids/{bidId}/keep', ({ bidId, version }: OneBid & { version: number }) => ({
        path: { bidId },
        body: { version },
      })),
      invalidatesTags: (_result, _error, { taskId }) => [
        { type: 'Bid', id: 'LIST' },
        { type: 'Task', id: taskId },
      ],
    }),
  }),
})

export const { useUpdateTaskMutation, useCancelTaskMutation, useKeepBidMutation } = ownTasksApi
