import { useContractsInfiniteQuery } from '@/api/contracts-api'
import { itemsOf } from '@/api/paging'
import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { PayoutNotice } from '@/features/payments/payout-notice'
import { MailNotice } from '@/features/security/mail-notice'
import { hasRole, useChooseView, useUser, useView } from '@/lib/session'
import type { View } from '@/lib/session-slice'
import * as common from '@/words/common'
import { ActiveContracts, NewTasks, OpenBids, OpenTasks } from './lists'
import { FirstSteps } from './first-steps'
import { Money } from './money'
import { Turns } from './turn-list'
import { useSettled } from './use-settled'
import * as words from './words'

const sides: { value: View; label: string }[] = [
  { value: 'client', label: common.client },
  { value: 'freelancer', label: common.freelancer },
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
      title={words.hello(user?.name.split(' ')[0] ?? '')}
      actions={
        both && (
          <Segmented label={common.viewAs} name="view" value={view} onChange={chooseView} options={sides} />
        )
      }
    >
      <MailNotice className="mb-8" />
      {works ? <Parts view={view} /> : <Notice title={words.admin}>{words.adminText}</Notice>}
    </Page>
  )
}

function Parts({ view }: { view: View }) {
  const contracts = useContractsInfiniteQuery(view)
  if (!useSettled(view)) return <PartsLoading />
  // Setting up payouts is a first step; with a contract the steps are gone, and money may be on its way.
  const begun = itemsOf(contracts.data).length > 0
  return (
    <>
      {begun && view === 'freelancer' && <PayoutNotice className="mb-8" />}
      {contracts.data && !begun && <FirstSteps view={view} />}
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
    <Loading label={words.loadingDashboard}>
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
