import { useActivityInfiniteQuery } from '@/api/people-api'
import type { ActivityKind } from '@/api/types'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { formatDateTime } from '@/lib/time'
import { browserName } from './browser-name'

const words: Record<ActivityKind, string> = {
  registered: 'Account made',
  signed_in: 'Signed in',
  password_changed: 'Password changed',
  password_reset: 'Password set through a mailed link',
  totp_enabled: 'Two-step log-in turned on',
  totp_disabled: 'Two-step log-in turned off',
  recovery_code_used: 'Signed in with a recovery code',
  second_factor_refused: 'Log-in refused: wrong code of the second step',
  session_revoked: 'Session ended',
  session_reuse: 'Session ended: its token was used twice',
  role_added: 'Role added',
  profile_updated: 'Profile changed',
  data_exported: 'Data downloaded',
}

/** What happened to the account. */
export function ActivityList() {
  const query = useActivityInfiniteQuery()
  return (
    <PagedList
      query={query}
      noun="entries"
      shape="h-10"
      empty={
        <EmptyState icon="clock" title="Nothing yet">
          Log-ins and changes of your account show here.
        </EmptyState>
      }
    >
      {({ kind, at, address, userAgent }) => (
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <p className="font-semibold">{words[kind]}</p>
          <p className="text-sm text-ink-muted">
            {[formatDateTime(at), userAgent && browserName(userAgent), address].filter(Boolean).join(' · ')}
          </p>
        </div>
      )}
    </PagedList>
  )
}
