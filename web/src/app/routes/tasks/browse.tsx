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
import * as words from '@/features/tasks/words'
import { parseAmount } from '@/lib/amount'
import { addDays, endOfDay } from '@/lib/time'
import * as common from '@/words/common'

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
  // Without a search, an empty list is no fault of the search.
  const narrowed = [...params].some(([name, text]) => name !== 'sort' && known.includes(name) && text !== '')
  const change = (next: URLSearchParams) => setParams(next, { replace: true })
  return (
    <Page title={common.findWork} intro={words.findWorkIntro}>
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-8">
        <aside aria-label={words.filters} className="max-lg:hidden">
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
            loading={words.loadingTasks}
            failed={words.tasksNotLoaded}
            search={words.found}
            shape="h-44"
            empty={
              narrowed ? (
                <EmptyState
                  icon="search"
                  title={words.noMatch}
                  action={
                    <Button variant="secondary" onClick={() => change(new URLSearchParams())}>
                      {common.clearSearch}
                    </Button>
                  }
                >
                  {words.noMatchNext}
                </EmptyState>
              ) : (
                <EmptyState icon="search" title={words.noneOpen}>
                  {words.noneOpenNext}
                </EmptyState>
              )
            }
          >
            {(task) => <TaskCard task={task} />}
          </PagedList>
        </div>
      </div>
    </Page>
  )
}
