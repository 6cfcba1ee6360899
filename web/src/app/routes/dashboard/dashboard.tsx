import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { PayoutNotice } from '@/features/payments/payout-notice'
import { hasRole, useChooseView, useUser, useView } from '@/lib/session'
import type { View } from '@/lib/session-slice'
import { ActiveContracts, NewTasks, OpenBids, OpenTasks } from './lists'
import { Money } from './money'
import { Turns } from './turn-list'

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
      title={`Hello, ${user?.name.split(' ')[0] ?? ''}`}
      actions={
        both && (
          <Segmented label="Look at it as" name="view" value={view} onChange={chooseView} options={sides} />
        )
      }
    >
      {works ? (
        <>
          {view === 'freelancer' && <PayoutNotice className="mb-8" />}
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
      ) : (
        <Notice title="You are signed in as an admin">
          You can look at every contract that you have the address of.
        </Notice>
      )}
    </Page>
  )
}
