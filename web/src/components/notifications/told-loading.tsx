import { Loading, Skeleton } from '../ui/skeleton'
import * as words from './words'

/** As high as entries with a title, a line of text and a time. */
export function ToldLoading() {
  return (
    <Loading label={words.loadingNotifications}>
      <div className="space-y-1">
        {[1, 2, 3, 4, 5].map((place) => (
          <div key={place} className="flex items-start gap-3 p-3">
            <Skeleton className="size-5 rounded-full" />
            <div className="min-w-0 flex-1 space-y-1">
              <Skeleton className="h-3.5 w-32" />
              <Skeleton className="h-4 w-full max-w-form" />
              <Skeleton className="h-3.5 w-20" />
            </div>
          </div>
        ))}
      </div>
    </Loading>
  )
}
