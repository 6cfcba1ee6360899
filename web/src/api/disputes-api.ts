import { api } from './base-api'
import { contractTags } from './contract-tags'
import { type Cursor, get, pages, post } from './endpoint'
import type {
  AddEvidence,
  Dispute,
  DisputeCard,
  OpenDispute,
  Page,
  ProposeSplit,
  ResolveDispute,
} from './types'

interface Keyed<T> {
  id: string
  body: T
  idempotencyKey: string
}

const onDispute = <T>({ id, body, idempotencyKey }: Keyed<T>) => ({
  path: { disputeId: id },
  body,
  idempotencyKey,
})

/** What a dispute changes, it changes of its contract too. */
const touched = (dispute: Dispute | undefined) =>
  dispute ? contractTags(dispute.contractId) : (['Dispute'] as const)

export const disputesApi = api.injectEndpoints({
  endpoints: (build) => ({
    disputes: build.infiniteQuery<Page<DisputeCard>, void, Cursor>({
      ...pages('/v1/disputes', () => ({ query: {} })),
      providesTags: ['Dispute'],
    }),
    openDisputes: build.infiniteQuery<Page<DisputeCard>, void, Cursor>({
      ...pages('/v1/admin/disputes', () => ({ query: {} })),
      providesTags: ['Dispute'],
    }),
    dispute: build.query({
      ...get('/v1/disputes/{disputeId}', (disputeId: string) => ({ path: { disputeId } })),
      providesTags: ['Dispute'],
    }),
    openDispute: build.mutation({
      ...post(
        '/v1/milestones/{milestoneId}/disputes',
        ({ id, body, idempotencyKey }: Keyed<OpenDispute>) => ({
          path: { milestoneId: id },
          body,
          idempotencyKey,
        }),
      ),
      invalidatesTags: touched,
    }),
    addEvidence: build.mutation({
      ...post('/v1/disputes/{disputeId}/evidence', onDispute<AddEvidence>),
      invalidatesTags: touched,
    }),
    proposeSplit: build.mutation({
      ...post('/v1/disputes/{disputeId}/split', onDispute<ProposeSplit>),
      invalidatesTags: touched,
    }),
    withdrawDispute: build.mutation({
      ...post('/v1/disputes/{disputeId}/withdraw', (disputeId: string) => ({ path: { disputeId } })),
      invalidatesTags: touched,
    }),
    makePack: build.mutation(
      post('/v1/disputes/{disputeId}/pack', (disputeId: string) => ({ path: { disputeId } })),
    ),
    resolveDispute: build.mutation({
      ...post('/v1/admin/disputes/{disputeId}/resolve', onDispute<ResolveDispute>),
      invalidatesTags: touched,
    }),
  }),
})

export const {
  useDisputesInfiniteQuery,
  useOpenDisputesInfiniteQuery,
  useDisputeQuery,
  useOpenDisputeMutation,
  useAddEvidenceMutation,
  useProposeSplitMutation,
  useWithdrawDisputeMutation,
  useMakePackMutation,
  useResolveDisputeMutation,
} = disputesApi
