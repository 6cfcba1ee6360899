import { useSavedTalentInfiniteQuery } from '@/api/people-api'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { TalentCard } from '@/features/people/talent-card'

export default function SavedTalent() {
  const query = useSavedTalentInfiniteQuery()
  return (
    <Page title="Saved freelancers" intro="As they were when you saved them; their profile has the latest.">
      <PagedList
        query={query}
        noun="saved freelancers"
        shape="h-40"
        empty={
          <EmptyState
            icon="pin"
            title="Nobody saved yet"
            action={<ButtonLink to={paths.freelancers()}>Find talent</ButtonLink>}
          >
            Save a freelancer on their profile to find them again here.
          </EmptyState>
        }
      >
        {({ freelancer }) => <TalentCard freelancer={freelancer} />}
      </PagedList>
    </Page>
  )
}
