import { useMyBidsInfiniteQuery } from '@/api/bids-api'
import { useContractsInfiniteQuery } from '@/api/contracts-api'
import { useDisputesInfiniteQuery } from '@/api/disputes-api'
import { usePaymentsInfiniteQuery, usePayoutAccountQuery } from '@/api/payments-api'
import { useDashboardQuery, useMeQuery } from '@/api/people-api'
import { useMyTasksInfiniteQuery, useSearchTasksInfiniteQuery } from '@/api/tasks-api'
import type { View } from '@/lib/session-slice'

/**
 * Whether every part of the dashboard has its data, or an error in its place. They are asked for at once and shown
 * together: how high a part is depends on what is in it, and the parts below would jump.
 */
export function useSettled(view: View): boolean {
  const asClient = { skip: view !== 'client' }
  const asFreelancer = { skip: view !== 'freelancer' }
  const queries = [
    useContractsInfiniteQuery(view),
    useDisputesInfiniteQuery(),
    useMeQuery(),
    usePaymentsInfiniteQuery(),
    useDashboardQuery(),
    useMyTasksInfiniteQuery(undefined, asClient),
    usePayoutAccountQuery(undefined, asFreelancer),
    useMyBidsInfiniteQuery(undefined, asFreelancer),
    useSearchTasksInfiniteQuery({}, asFreelancer),
  ]
  return !queries.some(({ isLoading }) => isLoading)
}
