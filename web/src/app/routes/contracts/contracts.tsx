import { useContractsInfiniteQuery } from '@/api/contracts-api'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { ContractCard } from '@/features/contracts/contract-card'
import * as words from '@/features/contracts/words'
import { useUser, useView } from '@/lib/session'
import * as common from '@/words/common'

export default function Contracts() {
  const view = useView()
  const user = useUser()
  const query = useContractsInfiniteQuery(view)
  return (
    <Page
      title={words.contracts}
      actions={
        <ButtonLink to={paths.disputes()} variant="quiet">
          {common.disputes}
        </ButtonLink>
      }
    >
      <PagedList
        query={query}
        loading={words.loadingContracts}
        failed={words.contractsNotLoaded}
        empty={
          <EmptyState
            icon="contracts"
            title={words.noContracts}
            action={
              view === 'client' ? (
                <ButtonLink to={paths.newTask()}>{common.postTask}</ButtonLink>
              ) : (
                <ButtonLink to={paths.tasks()}>{common.findWork}</ButtonLink>
              )
            }
          >
            {words.noContractsNext}
          </EmptyState>
        }
      >
        {(contract) => <ContractCard contract={contract} userId={user?.id ?? ''} />}
      </PagedList>
    </Page>
  )
}
