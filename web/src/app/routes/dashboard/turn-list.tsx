import { Link } from 'react-router'
import { useContractsInfiniteQuery } from '@/api/contracts-api'
import { useDisputesInfiniteQuery } from '@/api/disputes-api'
import { itemsOf } from '@/api/paging'
import { useMyTasksInfiniteQuery } from '@/api/tasks-api'
import { Section } from '@/components/layout/page'
import { Card } from '@/components/ui/card'
import { ClockCard } from '@/components/ui/clock-card'
import * as clocks from '@/components/ui/clock-words'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Icon } from '@/components/ui/icon'
import { PersonLink } from '@/components/ui/person-link'
import { PersonPicture } from '@/components/ui/person-picture'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { cx } from '@/lib/class-names'
import { useUser, useView } from '@/lib/session'
import { TurnActions } from './turn-actions'
import { type Turn, turnsOf } from './turns'
import * as words from './words'

/** What waits for the person, and below it what waits for others. */
export function Turns() {
  const view = useView()
  const contracts = useContractsInfiniteQuery(view)
  const tasks = useMyTasksInfiniteQuery(undefined, { skip: view !== 'client' })
  const user = useUser()
  const disputes = itemsOf(useDisputesInfiniteQuery().data).filter((dispute) => dispute[view].id === user?.id)
  const failed = contracts.isError ? contracts : tasks.isError ? tasks : null
  const loaded = contracts.data && (tasks.data || view !== 'client')
  const turns = loaded ? turnsOf(itemsOf(contracts.data), itemsOf(tasks.data), view, disputes) : []
  const mine = turns.filter((turn) => turn.mine)
  const others = turns.filter((turn) => !turn.mine)
  return (
    <>
      <Section title={words.needsYou}>
        {!loaded && failed && (
          <ErrorState
            error={failed.error}
            title={words.turnsNotLoaded}
            onRetry={() => void failed.refetch()}
            busy={failed.isFetching}
          />
        )}
        {!loaded && !failed && (
          <Loading label={words.loadingTurns}>
            <div className="grid gap-4 md:grid-cols-2">
              <Skeleton className="h-44 rounded-card" />
              <Skeleton className="h-44 rounded-card max-md:hidden" />
            </div>
          </Loading>
        )}
        {loaded && mine.length === 0 && (
          <EmptyState icon="check-circle" title={words.caughtUp}>
            {words.caughtUpText}
          </EmptyState>
        )}
        <TurnCards turns={mine.slice(0, 6)} />
      </Section>
      {others.length > 0 && (
        <Section title={words.waitingForOthers}>
          <TurnCards turns={others.slice(0, 4)} />
        </Section>
      )}
    </>
  )
}

function TurnCards({ turns }: { turns: Turn[] }) {
  if (turns.length === 0) return null
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {turns.map((turn) => (
        <li key={turn.id} className="grid">
          <TurnCard turn={turn} />
        </li>
      ))}
    </ul>
  )
}

function TurnCard({ turn }: { turn: Turn }) {
  const { other } = turn
  const title = (
    <>
      <Link to={turn.to} className="hover:underline">
        <bdi>{turn.title}</bdi>
      </Link>
      {other && (
        <span className="mt-1.5 flex items-center gap-2 text-sm font-normal">
          <PersonPicture
            name={other.name}
            avatarId={other.avatarId}
            size="small"
            className="size-7 text-xs"
          />
          <PersonLink id={other.id} name={other.name} hasLeft={other.hasLeft} />
        </span>
      )}
    </>
  )
  const action = <TurnActions turn={turn} />
  if (turn.clock) {
    return (
      <ClockCard
        clock={turn.clock}
        mine={turn.mine}
        actorName={turn.actorName}
        silence={turn.text}
        title={title}
        action={action}
      />
    )
  }
  return (
    <Card flush className={cx('p-4', turn.mine && 'border-l-4 border-edge border-l-accent')}>
      <div dir="auto" className="mb-2 font-semibold wrap-anywhere">
        {title}
      </div>
      <p className="flex items-center gap-2 text-sm font-semibold">
        <Icon name="lock" className={cx('size-4', turn.mine ? 'text-accent-text' : 'text-ink-muted')} />
        {turn.mine ? clocks.yourTurn : <span>{clocks.waitingFor(<bdi>{turn.actorName}</bdi>)}</span>}
      </p>
      <p className="mt-1 text-sm text-ink-muted">{turn.text}</p>
      <div className="mt-3">{action}</div>
    </Card>
  )
}
