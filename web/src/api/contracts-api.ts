import { api } from './base-api'
import { contractTags } from './contract-tags'
import { type Cursor, get, pages, post } from './endpoint'
import type { ContractCard, LedgerPage, Page, SubmitWork, RequestRevision } from './types'

interface MilestoneCall {
  /** Only named so that it is asked for again. */
  contractId: string
  milestoneId: string
}

type Keyed<T> = MilestoneCall & { body: T; idempotencyKey: string }

const onMilestone = ({ milestoneId }: MilestoneCall) => ({ path: { milestoneId } })

const keyed = <T>({ milestoneId, body, idempotencyKey }: Keyed<T>) => ({
  path: { milestoneId },
  body,
  idempotencyKey,
})

const touched = (_result: unknown, _error: unknown, { contractId }: MilestoneCall) => contractTags(contractId)

export const contractsApi = api.injectEndpoints({
  endpoints: (build) => ({
    contracts: build.infiniteQuery<Page<ContractCard>, 'client' | 'freelancer', Cursor>({
      ...pages('/v1/contracts', (role: 'client' | 'freelancer') => ({ query: { role } })),
      providesTags: [{ type: 'Contract', id: 'LIST' }],
    }),
    contract: build.query({
      ...get('/v1/contracts/{contractId}', (contractId: string) => ({ path: { contractId } })),
      providesTags: (_result, _error, id) => [{ type: 'Contract', id }],
    }),
    ledger: build.infiniteQuery<LedgerPage, string, Cursor>({
      ...pages('/v1/contracts/{contractId}/ledger', (contractId: string) => ({
        path: { contractId },
        query: { limit: 100 },
      })),
      providesTags: (_result, _error, id) => [{ type: 'Contract', id }],
    }),
    fundMilestone: build.mutation(post('/v1/milestones/{milestoneId}/fund', onMilestone)),
    submitWork: build.mutation({
      ...post('/v1/milestones/{milestoneId}/submissions', keyed<SubmitWork>),
      invalidatesTags: touched,
    }),
    requestRevision: build.mutation({
      ...post('/v1/milestones/{milestoneId}/revisions', keyed<RequestRevision>),
      invalidatesTags: touched,
    }),
    approveMilestone: build.mutation({
      ...post('/v1/milestones/{milestoneId}/approve', onMilestone),
      invalidatesTags: touched,
    }),
  }),
})

export const {
  useContractsInfiniteQuery,
  useContractQuery,
  useLedgerInfiniteQuery,
  useFundMilestoneMutation,
  useSubmitWorkMutation,
  useRequestRevisionMutation,
  useApproveMilestoneMutation,
} = contractsApi
