import { useRef } from 'react'
import { toProblem } from '@/api/problem'
import { useRevokeSessionMutation, useSessionsQuery } from '@/api/security-api'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { notify } from '@/components/ui/notify'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { spoken } from '@/components/ui/spoken'
import { focusNeighbour } from '@/lib/focus-neighbour'
import { formatDate, timeAgo } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { browserName } from './browser-name'
import * as words from './words'

/** Where the person is signed in, each with a button to end it. */
export function Sessions() {
  const now = useNow()
  const query = useSessionsQuery()
  const [revoke, { isLoading, originalArgs }] = useRevokeSessionMutation()

  const list = useRef<HTMLUListElement>(null)

  async function end(id: string, name: string, pressed: HTMLElement): Promise<void> {
    const result = await revoke(id)
    if (result.error) return notify.failure(words.stillLoggedIn(name, toProblem(result.error).detail))
    notify.success(words.loggedOut(name))
    if (document.activeElement === pressed) focusNeighbour(pressed, list.current)
  }

  if (!query.data) {
    if (query.isError)
      return (
        <ErrorState
          error={query.error}
          title={words.sessionsNotLoaded}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )
    return (
      <Loading label={words.loadingSessions}>
        <Skeleton className="h-24 rounded-card" />
      </Loading>
    )
  }
  return (
    <Card flush>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={words.whereLoggedIn}
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
                      {words.thisOne}
                    </Badge>
                  )}
                </p>
                <p className="text-sm text-ink-muted">
                  {words.session(
                    session.address,
                    timeAgo(session.lastUsedAt, now),
                    formatDate(session.createdAt),
                  )}
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
                  {words.logOut(spoken(name))}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
