import { useContractsInfiniteQuery } from '@/api/contracts-api'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { ContractCard } from '@/features/contracts/contract-card'
import { useUser, useView } from '@/lib/session'

export default function Contracts() {
  const view = useView()
  const user = useUser()
  const query = useContractsInfiniteQuery(view)
  return (
    <Page title="Contracts">
      <PagedList
        query={query}
        noun="contracts"
        empty={
          <EmptyState
            icon="contracts"
            title="No contracts yet"
            action={
              view === 'client' ? (
                <ButtonLink to={paths.newTask()}>Post a task</ButtonLink>
              ) : (
                <ButtonLink to={paths.tasks()}>Find work</ButtonLink>
              )
            }
          >
            A contract begins when a bid is accepted.
          </EmptyState>
        }
      >
        {(contract) => <ContractCard contract={contract} userId={user?.id ?? ''} />}
      </PagedList>
    </Page>
  )
}
