import { Loading, Skeleton } from '@/components/ui/skeleton'
import * as words from './words'

/** Bubbles on both sides, and where to write. */
export function RoomLoading({ withHead }: { withHead?: boolean }) {
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col justify-end overflow-hidden">
      {withHead && <div className="mb-auto h-19 shrink-0 border-b border-line bg-surface" />}
      <Loading label={words.loadingRoom}>
        <div className="space-y-4 p-4">
          <Skeleton className="h-12 w-2/3 rounded-card" />
          <Skeleton className="ml-auto h-16 w-1/2 rounded-card" />
          <Skeleton className="h-10 w-1/2 rounded-card" />
          <Skeleton className="ml-auto h-12 w-2/3 rounded-card" />
        </div>
        <div className="mt-5 border-t border-line p-3">
          <Skeleton className="h-11 rounded-md" />
        </div>
      </Loading>
    </div>
  )
}
