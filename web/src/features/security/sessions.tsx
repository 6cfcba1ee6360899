import { useRef } from 'react'
import { toProblem } from '@/api/problem'
import { useRevokeSessionMutation, useSessionsQuery } from '@/api/security-api'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { notify } from '@/components/ui/notify'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { focusNeighbour } from '@/lib/focus-neighbour'
import { formatDate, timeAgo } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { browserName } from './browser-name'

/** Where the person is signed in, each with a button to end it. */
export function Sessions() {
  const now = useNow()
  const query = useSessionsQuery()
  const [revoke, { isLoading, originalArgs }] = useRevokeSessionMutation()

  const list = useRef<HTMLUListElement>(null)

  async function end(id: string, name: string, pressed: HTMLElement): Promise<void> {
    const result = await revoke(id)
    if (result.error) return notify.failure(`${name} is still signed in. ${toProblem(result.error).detail}`)
    notify.success(`${name} is signed out.`)
    if (document.activeElement === pressed) focusNeighbour(pressed, list.current)
  }

  if (!query.data) {
    if (query.isError)
      return (
        <ErrorState
          error={query.error}
          what="your sessions"
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )
    return (
      <Loading label="Loading your sessions">
        <Skeleton className="h-24 rounded-card" />
      </Loading>
    )
  }
  return (
    <Card flush>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label="Where you are signed in"
        className="divide-y divide-line rounded-card"
      >
        {query.data.items.map((session) => {
          const name = browserName(session.userAgent)
          return (
            <li
              key={session.id}
              data-item
              className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-6"
            >
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-semibold">
                  {name}
                  {session.current && (
                    <Badge tone="accent" icon="check">
                      This one
                    </Badge>
                  )}
                </p>
                <p className="text-sm text-ink-muted">
                  {session.address} · used {timeAgo(session.lastUsedAt, now)} · since{' '}
                  {formatDate(session.createdAt)}
                </p>
              </div>
              {!session.current && (
                <Button
                  variant="secondary"
                  size="sm"
                  busy={isLoading && originalArgs === session.id}
                  data-remove
                  onClick={(event) => void end(session.id, name, event.currentTarget)}
                >
                  Sign out<span className="sr-only"> {name}</span>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
