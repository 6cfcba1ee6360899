import { api } from './base-api'
import { paged } from './paging'
import type { Contract, ContractCard, Milestone, Page } from './types'

interface MilestoneCall {
  contractId: string
  milestoneId: string
}

type Keyed<T> = MilestoneCall & { body: T; idempotencyKey: string }

const touched = (_result: unknown, _error: unknown, { contractId }: MilestoneCall) => [
  { type: 'Contract' as const, id: contractId },
  { type: 'Contract' as const, id: 'LIST' },
  { type: 'Payment' as const, id: 'LIST' },
]

export const contractsApi = api.injectEndpoints({
  endpoints: (build) => ({
    contracts: build.infiniteQuery<Page<ContractCard>, 'client' | 'freelancer', string | null>({
      infiniteQueryOptions: paged<ContractCard>(),
      query: ({ queryArg, pageParam }) => ({
        url: '/contracts',
        params: { role: queryArg, cursor: pageParam },
      }),
      providesTags: [{ type: 'Contract', id: 'LIST' }],
    }),
    contract: build.query<Contract, string>({
      query: (contractId) => ({ url: `/contracts/${contractId}` }),
      providesTags: (_result, _error, id) => [{ type: 'Contract', id }],
    }),
    fundMilestone: build.mutation<{ checkoutUrl: string }, MilestoneCall & { idempotencyKey: string }>({
      query: ({ milestoneId, idempotencyKey }) => ({
        url: `/milestones/${milestoneId}/fund`,
        method: 'POST',
        body: {},
        idempotencyKey,
      }),
    }),
    submitWork: build.mutation<Milestone, Keyed<{ note: string; fileIds: string[] }>>({
      query: ({ milestoneId, body, idempotencyKey }) => ({
        url: `/milestones/${milestoneId}/submissions`,
        method: 'POST',
        body,
        idempotencyKey,
      }),
      invalidatesTags: touched,
    }),
    requestRevision: build.mutation<Milestone, Keyed<{ comment: string; criteria: string[] }>>({
      query: ({ milestoneId, body, idempotencyKey }) => ({
        url: `/milestones/${milestoneId}/revisions`,
        method: 'POST',
        body,
        idempotencyKey,
      }),
      invalidatesTags: touched,
    }),
    approveMilestone: build.mutation<Milestone, MilestoneCall & { idempotencyKey: string }>({
      query: ({ milestoneId, idempotencyKey }) => ({
        url: `/milestones/${milestoneId}/approve`,
        method: 'POST',
        body: {},
        idempotencyKey,
      }),
      invalidatesTags: touched,
    }),
  }),
})

export const {
  useContractsInfiniteQuery,
  useContractQuery,
  useFundMilestoneMutation,
  useSubmitWorkMutation,
  useRequestRevisionMutation,
  useApproveMilestoneMutation,
} = contractsApi
