import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type TaskFilters, useSearchTasksInfiniteQuery } from '@/api/tasks-api'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { FilterChips } from '@/features/tasks/filter-chips'
import { FilterFields } from '@/features/tasks/filter-fields'
import { filterNames } from '@/features/tasks/filter-names'
import { TaskCard } from '@/features/tasks/task-card'
import { TaskOrder } from '@/features/tasks/task-order'
import { TaskSearch } from '@/features/tasks/task-search'
import { parseAmount } from '@/lib/amount'
import { addDays, endOfDay } from '@/lib/time'

const known: readonly string[] = ['q', 'sort', ...filterNames]

function filtersOf(params: URLSearchParams, today: number): TaskFilters {
  const filters: Record<string, string | number> = {}
  for (const [name, text] of params) {
    if (!known.includes(name)) continue
    if (name === 'within') {
      const end = /^\d{1,3}$/.test(text) && endOfDay(addDays(today, Number(text)))
      if (end) filters.deadlineBefore = end
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
  const change = (next: URLSearchParams) => setParams(next, { replace: true })
  return (
    <Page
      title="Find work"
      intro="Open tasks. Bidding is free, and every bidder gets an answer by the deadline."
    >
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-8">
        <aside aria-label="Filters" className="max-lg:hidden">
          <FilterFields place="rail" params={params} onChange={change} />
        </aside>
        <div>
          <TaskSearch params={params} onChange={change} />
          <div className="my-4 flex flex-wrap items-center gap-3">
            <FilterChips params={params} onChange={change} />
            <TaskOrder params={params} onChange={change} />
          </div>
          <PagedList
            query={query}
            noun="tasks"
            counted
            shape="h-44"
            empty={
              <EmptyState
                icon="search"
                title="No task matches"
                action={
                  <Button variant="secondary" onClick={() => change(new URLSearchParams())}>
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
        </div>
      </div>
    </Page>
  )
}
