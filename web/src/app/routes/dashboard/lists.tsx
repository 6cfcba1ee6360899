import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMyBidsInfiniteQuery } from '@/api/bids-api'
import { useContractsInfiniteQuery } from '@/api/contracts-api'
import { itemsOf } from '@/api/paging'
import { useMyTasksInfiniteQuery, useSearchTasksInfiniteQuery } from '@/api/tasks-api'
import { Section } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { BidLine } from '@/features/bids/bid-line'
import { ContractCard } from '@/features/contracts/contract-card'
import { TaskCard } from '@/features/tasks/task-card'
import { useUser, useView } from '@/lib/session'
import * as common from '@/words/common'
import * as words from './words'

interface Query {
  data?: unknown
  error?: unknown
  isError: boolean
  isFetching: boolean
  refetch: () => unknown
}

interface ShortListProps<T> {
  title: string
  all: { to: string; label: string }
  query: Query
  items: T[]
  loading: string
  failed: string
  empty: ReactNode
  children: (item: T) => ReactNode
}

/** The first of a list, with the way to all of it. */
function ShortList<T extends { id: string }>(props: ShortListProps<T>) {
  const { title, all, query, items, loading, failed, empty, children } = props
  return (
    <Section
      title={title}
      aside={
        <Link to={all.to} className="link text-sm">
          {all.label}
        </Link>
      }
    >
      {!query.data && query.isError && (
        <ErrorState
          error={query.error}
          title={failed}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )}
      {!query.data && !query.isError && (
        <Loading label={loading}>
          <div className="grid gap-4 lg:grid-cols-2">
            <Skeleton className="h-40 rounded-card" />
            <Skeleton className="h-40 rounded-card max-lg:hidden" />
          </div>
        </Loading>
      )}
      {query.data !== undefined && items.length === 0 && empty}
      {items.length > 0 && (
        <ul className="grid gap-4 lg:grid-cols-2">
          {items.slice(0, 4).map((item) => (
            <li key={item.id} className="grid">
              {children(item)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

export function ActiveContracts() {
  const view = useView()
  const user = useUser()
  const query = useContractsInfiniteQuery(view)
  const active = itemsOf(query.data).filter(({ status }) => status === 'active' || status === 'disputed')
  if (query.data && active.length === 0) return null
  return (
    <ShortList
      title={words.activeContracts}
      all={{ to: paths.contracts(), label: words.allContracts }}
      query={query}
      items={active}
      loading={words.loadingContracts}
      failed={words.contractsNotLoaded}
      empty={null}
    >
      {(contract) => <ContractCard level="h3" contract={contract} userId={user?.id ?? ''} />}
    </ShortList>
  )
}

export function OpenTasks() {
  const query = useMyTasksInfiniteQuery()
  return (
    <ShortList
      title={words.openTasks}
      all={{ to: paths.myTasks(), label: words.allTasks }}
      query={query}
      items={itemsOf(query.data).filter((task) => task.status === 'open')}
      loading={words.loadingTasks}
      failed={words.tasksNotLoaded}
      empty={
        <EmptyState
          icon="tasks"
          title={words.noOpenTask}
          action={
            <ButtonLink to={paths.newTask()} icon="plus">
              {common.postTask}
            </ButtonLink>
          }
        >
          {words.noOpenTaskNext}
        </EmptyState>
      }
    >
      {(task) => <TaskCard level="h3" task={task} own />}
    </ShortList>
  )
}

export function OpenBids() {
  const query = useMyBidsInfiniteQuery()
  const open = itemsOf(query.data).filter(({ status }) => status === 'submitted' || status === 'shortlisted')
  if (query.data && open.length === 0) return null
  return (
    <ShortList
      title={words.openBids}
      all={{ to: paths.myBids(), label: words.allBids }}
      query={query}
      items={open}
      loading={words.loadingBids}
      failed={words.bidsNotLoaded}
      empty={null}
    >
      {(bid) => <BidLine bid={bid} />}
    </ShortList>
  )
}

export function NewTasks() {
  const query = useSearchTasksInfiniteQuery({})
  return (
    <ShortList
      title={words.newTasks}
      all={{ to: paths.tasks(), label: words.allOpenTasks }}
      query={query}
      items={itemsOf(query.data)}
      loading={words.loadingNewTasks}
      failed={words.newTasksNotLoaded}
      empty={
        <EmptyState icon="search" title={words.noNewTasks}>
          {words.noNewTasksNext}
        </EmptyState>
      }
    >
      {(task) => <TaskCard level="h3" task={task} />}
    </ShortList>
  )
}
