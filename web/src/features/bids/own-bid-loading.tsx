import { Loading, Skeleton } from '@/components/ui/skeleton'
import * as words from './words'

export function OwnBidLoading() {
  return (
    <Loading label={words.loadingYourBid}>
      <Skeleton className="h-36 rounded-card" />
    </Loading>
  )
}
