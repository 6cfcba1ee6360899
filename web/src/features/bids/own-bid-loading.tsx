import { Loading, Skeleton } from '@/components/ui/skeleton'

export function OwnBidLoading() {
  return (
    <Loading label="Loading your bid">
      <Skeleton className="h-36 rounded-card" />
    </Loading>
  )
}
