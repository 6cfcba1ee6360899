import { Loading, Skeleton } from '../ui/skeleton'
import * as words from './words'

export function PageLoading() {
  return (
    <Loading label={words.loadingPage}>
      <div className="mx-auto max-w-page px-4 py-8 sm:px-6">
        <Skeleton className="h-9 w-64" />
        <Skeleton className="mt-3 h-5 w-96 max-w-full" />
        <Skeleton className="mt-8 h-48 rounded-card" />
        <Skeleton className="mt-4 h-48 rounded-card" />
      </div>
    </Loading>
  )
}
