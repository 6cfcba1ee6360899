import { useActivityInfiniteQuery } from '@/api/people-api'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { formatDateTime } from '@/lib/time'
import { browserName } from './browser-name'
import * as words from './words'

/** What happened to the account. */
export function ActivityList() {
  const query = useActivityInfiniteQuery()
  return (
    <PagedList
      query={query}
      loading={words.loadingActivity}
      failed={words.activityNotLoaded}
      shape="h-10"
      empty={
        <EmptyState icon="clock" title={words.noActivity}>
          {words.noActivityNext}
        </EmptyState>
      }
    >
      {({ kind, at, address, userAgent }) => (
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <p className="font-semibold">{words.activities[kind]}</p>
          <p className="text-sm text-ink-muted">
            {[formatDateTime(at), userAgent && browserName(userAgent), address].filter(Boolean).join(' · ')}
          </p>
        </div>
      )}
    </PagedList>
  )
}
