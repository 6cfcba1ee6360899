import { useOpenDisputesInfiniteQuery } from '@/api/disputes-api'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { DisputeCard } from '@/features/disputes/dispute-card'
import * as words from '@/features/disputes/words'
import { StuckPayments } from '@/features/stuck/stuck-payments'
import { useUser } from '@/lib/session'

/** Admins: every open dispute, and the money that is stuck. */
export default function OpenDisputes() {
  const user = useUser()
  const query = useOpenDisputesInfiniteQuery()
  return (
    <Page title={words.toDecide} intro={words.toDecideIntro}>
      <PagedList
        query={query}
        loading={words.loadingOpen}
        failed={words.openNotLoaded}
        empty={
          <EmptyState icon="check-circle" title={words.noneOpen}>
            {words.noneOpenNext}
          </EmptyState>
        }
      >
        {(dispute) => <DisputeCard dispute={dispute} userId={user?.id ?? ''} />}
      </PagedList>
      <StuckPayments />
    </Page>
  )
}
