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
  noun: string
  empty: ReactNode
  children: (item: T) => ReactNode
}

/** The first of a list, with the way to all of it. */
function ShortList<T extends { id: string }>(props: ShortListProps<T>) {
  const { title, all, query, items, noun, empty, children } = props
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
          what={noun}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )}
      {!query.data && !query.isError && (
        <Loading label={`Loading ${noun}`}>
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
      title="Active contracts"
      all={{ to: paths.contracts(), label: 'All contracts' }}
      query={query}
      items={active}
      noun="your contracts"
      empty={null}
    >
      {(contract) => <ContractCard contract={contract} userId={user?.id ?? ''} />}
    </ShortList>
  )
}

export function OpenTasks() {
  const query = useMyTasksInfiniteQuery()
  return (
    <ShortList
      title="Your open tasks"
      all={{ to: paths.myTasks(), label: 'All tasks' }}
      query={query}
      items={itemsOf(query.data).filter((task) => task.status === 'open')}
      noun="your tasks"
      empty={
        <EmptyState
          icon="tasks"
          title="No open task"
          action={
            <ButtonLink to={paths.newTask()} icon="plus">
              Post a task
            </ButtonLink>
          }
        >
          Describe what you need, and bids come to you.
        </EmptyState>
      }
    >
      {(task) => <TaskCard task={task} own />}
    </ShortList>
  )
}

export function OpenBids() {
  const query = useMyBidsInfiniteQuery()
  const open = itemsOf(query.data).filter(({ status }) => status === 'submitted' || status === 'shortlisted')
  if (query.data && open.length === 0) return null
  return (
    <ShortList
      title="Your open bids"
      all={{ to: paths.myBids(), label: 'All bids' }}
      query={query}
      items={open}
      noun="your bids"
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
      title="New tasks"
      all={{ to: paths.tasks(), label: 'All open tasks' }}
      query={query}
      items={itemsOf(query.data)}
      noun="new tasks"
      empty={
        <EmptyState icon="search" title="No open tasks now">
          New ones appear here as soon as they are posted.
        </EmptyState>
      }
    >
      {(task) => <TaskCard task={task} />}
    </ShortList>
  )
}
