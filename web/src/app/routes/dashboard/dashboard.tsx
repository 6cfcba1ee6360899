import { Link } from 'react-router'
import { useContractsInfiniteQuery } from '@/api/contracts-api'
import { usePaymentsInfiniteQuery } from '@/api/payments-api'
import { itemsOf } from '@/api/paging'
import { useMyTasksInfiniteQuery, useSearchTasksInfiniteQuery } from '@/api/tasks-api'
import type { ContractCard as Contract, TaskCard as Task } from '@/api/types'
import { Page, Section } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { ClockCard } from '@/components/ui/clock-card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { ContractCard } from '@/features/contracts/contract-card'
import { MoneyCards } from '@/features/payments/money-cards'
import { PayoutNotice } from '@/features/payments/payout-notice'
import { TaskCard } from '@/features/tasks/task-card'
import { hasRole, useUser, useView } from '@/lib/session'

/** One page for every role: what needs you now, the money, what runs, and what could come next. */
export default function Dashboard() {
  const user = useUser()
  const view = useView()
  const works = hasRole(user, 'client') || hasRole(user, 'freelancer')
  return (
    <Page title={`Hello, ${user?.name.split(' ')[0] ?? ''}`}>
      {works ? (
        <>
          {view === 'freelancer' && (
            <div className="mb-6">
              <PayoutNotice />
            </div>
          )}
          <Turn />
          <Money />
          <Running />
          {view === 'client' ? <OwnTasks /> : <NewTasks />}
        </>
      ) : (
        <Notice title="You are signed in as an admin">
          You can look at every contract that you have the address of.
        </Notice>
      )}
    </Page>
  )
}

interface Turn {
  id: string
  to: string
  title: string
  contract?: Contract
  task?: Task
}

/** Everything that has a clock, the next to end first. */
function Turn() {
  const user = useUser()
  const view = useView()
  const contracts = useContractsInfiniteQuery(view)
  const tasks = useMyTasksInfiniteQuery(undefined, { skip: view !== 'client' })
  const turns: Turn[] = [
    ...itemsOf(contracts.data).map((contract) => ({
      id: contract.id,
      to: paths.contract(contract.id),
      title: contract.taskTitle,
      contract,
    })),
    ...itemsOf(tasks.data)
      .filter((task) => task.bidCount > 0)
      .map((task) => ({ id: task.id, to: paths.compareBids(task.id), title: task.title, task })),
  ]
  const clockOf = (turn: Turn) => turn.contract?.nextClock ?? turn.task?.clock ?? null
  const waiting = turns
    .filter((turn) => clockOf(turn))
    .sort((a, b) => (clockOf(a)?.dueAt ?? '').localeCompare(clockOf(b)?.dueAt ?? ''))
    .slice(0, 6)
  return (
    <Section title="What needs you now">
      {contracts.isError && (
        <ErrorState error={contracts.error} what="what waits" onRetry={() => void contracts.refetch()} />
      )}
      {contracts.isLoading && (
        <Loading label="Loading what waits">
          <Skeleton className="h-36 rounded-card" />
        </Loading>
      )}
      {contracts.data && waiting.length === 0 && (
        <EmptyState icon="check-circle" title="Nothing waits for you">
          When something does, it stands here with its deadline.
        </EmptyState>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        {waiting.map((turn) => {
          const clock = clockOf(turn)
          if (!clock) return null
          const { contract } = turn
          const names = {
            client: contract?.clientName ?? user?.name ?? '',
            freelancer: contract?.freelancerName ?? '',
            platform: 'ProConnect',
          }
          return (
            <ClockCard
              key={turn.id}
              clock={clock}
              mine={clock.actor === view}
              actorName={names[clock.actor]}
              title={
                <Link to={turn.to} className="hover:underline">
                  {turn.title}
                </Link>
              }
              action={
                <ButtonLink to={turn.to} variant={clock.actor === view ? 'primary' : 'secondary'} size="sm">
                  {turn.task ? 'Compare bids' : 'Open the contract'}
                </ButtonLink>
              }
            />
          )
        })}
      </div>
    </Section>
  )
}

function Money() {
  const view = useView()
  const query = usePaymentsInfiniteQuery()
  return (
    <Section
      title="Money"
      aside={
        <Link to={paths.payments()} className="link text-sm">
          All payments
        </Link>
      }
    >
      {query.isError && (
        <ErrorState error={query.error} what="your payments" onRetry={() => void query.refetch()} />
      )}
      {query.isLoading && (
        <Loading label="Loading your payments">
          <div className="grid gap-4 sm:grid-cols-3">
            {[1, 2, 3].map((place) => (
              <Skeleton key={place} className="h-24 rounded-card" />
            ))}
          </div>
        </Loading>
      )}
      {query.data && <MoneyCards payments={itemsOf(query.data)} view={view} />}
    </Section>
  )
}

function Running() {
  const view = useView()
  const user = useUser()
  const query = useContractsInfiniteQuery(view)
  const active = itemsOf(query.data).filter(
    (contract) => contract.status === 'active' || contract.status === 'disputed',
  )
  if (active.length === 0) return null
  return (
    <Section
      title="Active contracts"
      aside={
        <Link to={paths.contracts()} className="link text-sm">
          All contracts
        </Link>
      }
    >
      <ul className="grid gap-4 md:grid-cols-2">
        {active.slice(0, 4).map((contract) => (
          <li key={contract.id}>
            <ContractCard contract={contract} userId={user?.id ?? ''} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OwnTasks() {
  const query = useMyTasksInfiniteQuery()
  const open = itemsOf(query.data).filter((task) => task.status === 'open')
  return (
    <Section
      title="Your open tasks"
      aside={
        <Link to={paths.myTasks()} className="link text-sm">
          All tasks
        </Link>
      }
    >
      {query.data && open.length === 0 && (
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
      )}
      <TaskList tasks={open} own />
    </Section>
  )
}

function NewTasks() {
  const query = useSearchTasksInfiniteQuery({})
  return (
    <Section
      title="New tasks"
      aside={
        <Link to={paths.tasks()} className="link text-sm">
          Browse all
        </Link>
      }
    >
      <TaskList tasks={itemsOf(query.data)} />
    </Section>
  )
}

function TaskList({ tasks, own }: { tasks: Task[]; own?: boolean }) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {tasks.slice(0, 4).map((task) => (
        <li key={task.id}>
          <TaskCard task={task} own={own} />
        </li>
      ))}
    </ul>
  )
}
