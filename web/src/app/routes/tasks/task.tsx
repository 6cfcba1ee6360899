import { lazy, Suspense } from 'react'
import { useLocation, useParams } from 'react-router'
import { useTaskQuery } from '@/api/tasks-api'
import type { Task } from '@/api/types'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Tag } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ClockCard } from '@/components/ui/clock-card'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { PersonLine } from '@/components/ui/person-line'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { Attachments } from '@/components/files/attachments'
import { OwnBidLoading } from '@/features/bids/own-bid-loading'
import { NoBids } from '@/features/tasks/no-bids'
import * as words from '@/features/tasks/words'
import { can } from '@/lib/can'
import { formatBudget } from '@/lib/format'
import { categories, taskLabels } from '@/lib/labels'
import { useUser } from '@/lib/session'
import { silenceText } from '@/lib/silence'
import { formatDate, formatMonth } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import * as common from '@/words/common'
import * as records from '@/words/records'

// Few who look at a task have bid on it.
const Posted = lazy(() => import('@/features/tasks/posted'))
const OwnBid = lazy(() => import('@/features/bids/own-bid'))
const BidQuestion = lazy(() => import('@/features/tasks/bid-question'))
const OwnMenu = lazy(() => import('@/features/tasks/own-menu'))
const TaskChanges = lazy(() => import('@/features/tasks/task-changes'))
const AskButton = lazy(() => import('@/features/chat/ask-button'))

export default function TaskPage() {
  const { taskId = '' } = useParams()
  const state = useLocation().state as { posted?: boolean } | null
  const justPosted = state?.posted === true
  const { data: task, error, isFetching, refetch } = useTaskQuery(taskId)
  if (!task) {
    if (!error) return <PageLoading />
    return (
      <Page title={words.task}>
        <ErrorState
          error={error}
          title={common.taskNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </Page>
    )
  }
  return (
    <Page
      title={task.title}
      intro={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <StatusBadge label={taskLabels[task.status]} />
          {words.postedOn(categories[task.category], formatDate(task.createdAt))}
        </span>
      }
      actions={<Manage task={task} />}
    >
      {justPosted && (
        <Suspense>
          <Posted task={task} />
        </Suspense>
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 max-lg:order-2 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Card>
            {/* Sanitised by the server when it was posted; see shared/domain/src/text.rs. */}
            <div
              dir="auto"
              className="rich-text max-w-reading"
              dangerouslySetInnerHTML={{ __html: task.description }}
            />
            <Attachments files={task.attachments} className="mt-5" />
            {task.skills.length > 0 && (
              <div className="mt-5 flex flex-wrap gap-2">
                {task.skills.map((skill) => (
                  <Tag key={skill}>{skill}</Tag>
                ))}
              </div>
            )}
          </Card>
          {task.changes.length > 0 && (
            <Suspense>
              <TaskChanges task={task} />
            </Suspense>
          )}
        </div>
        <aside className="space-y-4 empty:hidden max-lg:order-1 lg:col-start-2" aria-label={words.whatToDo}>
          <NextStep task={task} shared={justPosted} />
        </aside>
        <aside className="max-lg:order-3 lg:col-start-2" aria-label={words.facts}>
          <Facts task={task} />
        </aside>
      </div>
    </Page>
  )
}

function Manage({ task }: { task: Task }) {
  const user = useUser()
  if (task.status !== 'open' || !can.seeBids(task, user).allowed) return null
  return (
    <Suspense fallback={<div className="h-11 w-32" />}>
      <OwnMenu task={task} />
    </Suspense>
  )
}

/** `shared` says that the way to share the task stands on the page already. */
function NextStep({ task, shared }: { task: Task; shared: boolean }) {
  const user = useUser()
  const now = useNow()
  const own = can.seeBids(task, user).allowed
  const bid = can.bid(task, user, now)
  const hasBids = task.bidCount > 0
  return (
    <>
      {task.cancelReason && (
        <Notice title={own ? words.takenBackByYou : words.takenBack}>
          <p dir="auto" className="wrap-anywhere">
            {task.cancelReason}
          </p>
        </Notice>
      )}
      {task.clock && own && !hasBids && <NoBids task={task} clock={task.clock} shared={shared} />}
      {task.clock && (hasBids || !own) && (
        <ClockCard
          clock={task.clock}
          mine={own}
          actorName={task.client.name}
          silence={silenceText(task.clock, own ? 'client' : 'visitor', {
            client: task.client.name,
            freelancer: '',
          })}
        />
      )}
      {task.contractId && (
        <ButtonLink to={paths.contract(task.contractId)} className="w-full">
          {common.openContract}
        </ButtonLink>
      )}
      {own && hasBids && (
        <ButtonLink
          to={paths.compareBids(task.id)}
          variant={task.contractId || task.cancelReason ? 'secondary' : 'primary'}
          className="w-full"
        >
          {records.seeBids(task.bidCount)}
        </ButtonLink>
      )}
      {!user && task.status === 'open' && (
        <ButtonLink
          to={paths.register({ role: 'freelancer', next: paths.newBid(task.id) })}
          className="w-full"
        >
          {words.signUpToBid}
        </ButtonLink>
      )}
      {bid.allowed && (
        <ButtonLink to={paths.newBid(task.id)} className="w-full">
          {words.bidOnTask}
        </ButtonLink>
      )}
      {can.ask(task, user).allowed && (
        <Suspense fallback={<div className="h-11" />}>
          <AskButton taskId={task.id} />
        </Suspense>
      )}
      {task.viewerBidId && task.changes.length > 0 && (
        <Suspense>
          <BidQuestion task={task} />
        </Suspense>
      )}
      {task.viewerBidId && (
        <Suspense fallback={<OwnBidLoading />}>
          <OwnBid bidId={task.viewerBidId} />
        </Suspense>
      )}
    </>
  )
}

function Facts({ task }: { task: Task }) {
  const { client } = task
  const facts: [string, string][] = [
    [words.budget, formatBudget(task.budget)],
    [words.decisionBy, formatDate(task.deadline)],
    [words.bids, String(task.bidCount)],
    [common.location, task.location ?? words.anywhere],
  ]
  return (
    <Card>
      <FactList facts={facts} />
      <h2 className="mt-5 mb-3 border-t border-line pt-4 text-sm font-semibold">{words.client}</h2>
      <PersonLine person={client} side="client" headline className="mb-3" />
      <FactList facts={[[common.memberSince, formatMonth(client.memberSince)]]} />
    </Card>
  )
}

function FactList({ facts }: { facts: [string, string][] }) {
  return (
    <dl className="space-y-2 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4">
          <dt className="text-ink-muted">{name}</dt>
          <dd className="tabular text-right font-semibold wrap-anywhere">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
