import { Navigate, Outlet, useLocation } from 'react-router'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Notice } from '@/components/ui/notice'
import { TryAgainIn } from '@/components/ui/try-again-in'
import { paths } from '@/config/paths'
import { useSession } from '@/lib/session'
import * as common from '@/words/common'
import * as words from './words'

/** Pages for people who are signed in. Others sign in first and come back. */
export function RequireSession() {
  const { status, retryIn, failures } = useSession()
  const { pathname, search } = useLocation()
  if (status === 'restoring') return <PageLoading />
  if (status === 'waiting') return <Waiting key={failures} seconds={retryIn} />
  if (status === 'anonymous') return <Navigate to={paths.login(pathname + search)} replace />
  return <Outlet />
}

/** Whoever was signed in still is, as far as anybody knows. */
function Waiting({ seconds }: { seconds: number }) {
  return (
    <Page title={common.oneMoment} width="narrow">
      <Notice tone="warning" live title={navigator.onLine ? words.notAnswering : words.offline}>
        <p>{words.stillLoggedIn}</p>
        <p className="mt-2 font-semibold">
          <TryAgainIn seconds={seconds} />
        </p>
      </Notice>
    </Page>
  )
}
