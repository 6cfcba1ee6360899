import { useSavedTalentInfiniteQuery } from '@/api/people-api'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { TalentCard } from '@/features/people/talent-card'
import * as words from '@/features/people/words'
import * as common from '@/words/common'

export default function SavedTalent() {
  const query = useSavedTalentInfiniteQuery()
  return (
    <Page title={words.savedFreelancers} intro={words.savedIntro}>
      <PagedList
        query={query}
        loading={words.loadingSaved}
        failed={words.savedNotLoaded}
        shape="h-40"
        empty={
          <EmptyState
            icon="pin"
            title={words.noneSaved}
            action={<ButtonLink to={paths.freelancers()}>{common.findTalent}</ButtonLink>}
          >
            {words.noneSavedNext}
          </EmptyState>
        }
      >
        {({ freelancer }) => <TalentCard freelancer={freelancer} />}
      </PagedList>
    </Page>
  )
}
