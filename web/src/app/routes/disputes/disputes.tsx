import { useDisputesInfiniteQuery } from '@/api/disputes-api'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { DisputeCard } from '@/features/disputes/dispute-card'
import * as words from '@/features/disputes/words'
import { hasRole, useUser } from '@/lib/session'
import * as common from '@/words/common'

export default function Disputes() {
  const user = useUser()
  const query = useDisputesInfiniteQuery()
  return (
    <Page
      title={common.disputes}
      intro={words.disputesIntro}
      actions={
        hasRole(user, 'admin') && (
          <ButtonLink to={paths.openDisputes()} variant="secondary">
            {words.toDecide}
          </ButtonLink>
        )
      }
    >
      <PagedList
        query={query}
        loading={words.loadingDisputes}
        failed={words.disputesNotLoaded}
        empty={
          <EmptyState
            icon="contracts"
            title={words.noDisputes}
            action={<ButtonLink to={paths.contracts()}>{words.backToContracts}</ButtonLink>}
          >
            {words.noDisputesNext}
          </EmptyState>
        }
      >
        {(dispute) => <DisputeCard dispute={dispute} userId={user?.id ?? ''} />}
      </PagedList>
    </Page>
  )
}
