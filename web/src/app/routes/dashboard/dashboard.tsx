import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { PayoutNotice } from '@/features/payments/payout-notice'
import { isolated } from '@/lib/isolated'
import { hasRole, useChooseView, useUser, useView } from '@/lib/session'
import type { View } from '@/lib/session-slice'
import { ActiveContracts, NewTasks, OpenBids, OpenTasks } from './lists'
import { FirstSteps } from './first-steps'
import { Money } from './money'
import { Turns } from './turn-list'
import { useSettled } from './use-settled'

const sides: { value: View; label: string }[] = [
  { value: 'client', label: 'Client' },
  { value: 'freelancer', label: 'Freelancer' },
]

/** One page for every role: what needs you now, the money, what runs, and what could come next. */
export default function Dashboard() {
  const user = useUser()
  const view = useView()
  const chooseView = useChooseView()
  const both = hasRole(user, 'client') && hasRole(user, 'freelancer')
  const works = hasRole(user, 'client') || hasRole(user, 'freelancer')
  return (
    <Page
      title={`Hello, ${isolated(user?.name.split(' ')[0] ?? '')}`}
      actions={
        both && <Segmented label="View as" name="view" value={view} onChange={chooseView} options={sides} />
      }
    >
      {works ? (
        <Parts view={view} />
      ) : (
        <Notice title="You are signed in as an admin">
          You can open any contract whose address you have.
        </Notice>
      )}
    </Page>
  )
}

function Parts({ view }: { view: View }) {
  if (!useSettled(view)) return <PartsLoading />
  return (
    <>
      {view === 'freelancer' && <PayoutNotice className="mb-8" />}
      <FirstSteps view={view} />
      <Turns />
      <Money />
      <ActiveContracts />
      {view === 'client' ? (
        <OpenTasks />
      ) : (
        <>
          <OpenBids />
          <NewTasks />
        </>
      )}
    </>
  )
}

/** More than a screen of the parts' shapes. */
function PartsLoading() {
  return (
    <Loading label="Loading your dashboard">
      <Skeleton className="h-7 w-56" />
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        <Skeleton className="h-44 rounded-card" />
        <Skeleton className="h-44 rounded-card" />
      </div>
      <Skeleton className="mt-8 h-7 w-32" />
      <Skeleton className="mt-3 h-64 rounded-card" />
      <Skeleton className="mt-8 h-7 w-48" />
      <Skeleton className="mt-3 h-40 rounded-card" />
    </Loading>
  )
}
