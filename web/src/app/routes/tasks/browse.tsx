import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type TaskFilters, useSearchTasksInfiniteQuery } from '@/api/tasks-api'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { Filters } from '@/features/tasks/filters'
import { TaskCard } from '@/features/tasks/task-card'
import { parseAmount } from '@/lib/format'
import { DAY } from '@/lib/time'

function filtersOf(params: URLSearchParams, today: number): TaskFilters {
  const filters: Record<string, string | number> = {}
  for (const [name, text] of params) {
    if (name === 'within') {
      if (/^\d{1,3}$/.test(text)) filters.deadlineBefore = new Date(today + Number(text) * DAY).toISOString()
      continue
    }
    const isAmount = name === 'budgetMin' || name === 'budgetMax'
    const value = isAmount ? parseAmount(text) : text
    if (value !== null && value !== '') filters[name] = value
  }
  return filters
}

export default function Browse() {
  const [params, setParams] = useSearchParams()
  // Fixed while the page is open: a filter that moves with the clock would ask again and again.
  const [today] = useState(() => Date.now())
  const query = useSearchTasksInfiniteQuery(filtersOf(params, today))
  return (
    <Page
      title="Find work"
      intro="Open tasks. Bidding is free, and every bidder gets an answer by the deadline."
    >
      <Filters params={params} onChange={(next) => setParams(next, { replace: true })} />
      <PagedList
        query={query}
        noun="tasks"
        counted
        shape="h-44"
        empty={
          <EmptyState
            icon="search"
            title="Nothing matches"
            action={
              <Button variant="secondary" onClick={() => setParams(new URLSearchParams(), { replace: true })}>
                Clear the search
              </Button>
            }
          >
            Try fewer words or filters.
          </EmptyState>
        }
      >
        {(task) => <TaskCard task={task} />}
      </PagedList>
    </Page>
  )
}
