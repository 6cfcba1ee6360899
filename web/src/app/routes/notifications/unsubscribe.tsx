import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { type ApiProblem, toProblem } from '@/api/problem'
import type { Subscription } from '@/api/types'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { SubscriptionCard } from '@/features/notifications/subscription-card'
import * as words from '@/features/notifications/words'

const load = () => import('@/api/unsubscribe')

/** Where the link at the end of a mail leads: no log-in is asked for, and looking changes nothing. */
export default function Unsubscribe() {
  const [params] = useSearchParams()
  const token = params.get('token') ?? ''
  return (
    <Page title={words.unsubscribe} width="narrow">
      <meta name="robots" content="noindex" />
      <Link key={token} token={token} />
    </Page>
  )
}

function Link({ token }: { token: string }) {
  const [found, setFound] = useState<Subscription | ApiProblem | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let stale = false
    const look = async () => (await load()).subscription(token)
    void look()
      .catch(toProblem)
      .then((answer) => {
        if (!stale) setFound(answer)
      })
    return () => {
      stale = true
    }
  }, [token, attempt])

  if (!found)
    return (
      <Loading label={words.loadingLink}>
        <Skeleton className="h-56 rounded-card" />
      </Loading>
    )
  if (!('status' in found)) return <SubscriptionCard token={token} found={found} />
  // What is wrong with the link does not pass.
  if (found.status >= 400 && found.status < 429) return <WrongLink />
  return (
    <ErrorState
      error={found}
      title={words.linkNotLoaded}
      onRetry={() => {
        setFound(null)
        setAttempt(attempt + 1)
      }}
    />
  )
}

function WrongLink() {
  return (
    <>
      <Notice tone="warning" live title={words.linkWrong}>
        {words.linkWrongText}
      </Notice>
      <ButtonLink to={paths.notificationSettings()} className="mt-5 w-full">
        {words.chooseAll}
      </ButtonLink>
    </>
  )
}
