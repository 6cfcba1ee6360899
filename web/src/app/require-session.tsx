import { Navigate, Outlet, useLocation } from 'react-router'
import { PageLoading } from '@/components/layout/page-loading'
import { paths } from '@/config/paths'
import { useSession } from '@/lib/session'

/** Pages for people who are signed in. Others sign in first and come back. */
export function RequireSession() {
  const { status } = useSession()
  const { pathname, search } = useLocation()
  if (status === 'restoring') return <PageLoading />
  if (status === 'anonymous') return <Navigate to={paths.login(pathname + search)} replace />
  return <Outlet />
}
