import { lazy, Suspense } from 'react'
import { useMeQuery } from '@/api/people-api'
import { Page, Section } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { SettingsTabs } from '@/components/layout/settings-tabs'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { PortfolioEditor } from '@/features/people/portfolio-editor'
import { ProfileForm } from '@/features/people/profile-form'

const AvatarEditor = lazy(() => import('@/features/people/avatar-editor'))

export default function EditProfile() {
  const query = useMeQuery()
  if (!query.data && !query.isError) return <PageLoading />
  return (
    <Page
      title="Profile"
      width="form"
      intro="What others see of you. Freelancers with a headline are found by clients."
      actions={
        query.data && (
          <ButtonLink to={paths.profile(query.data.id)} variant="secondary" icon="eye">
            See it
          </ButtonLink>
        )
      }
    >
      <SettingsTabs />
      {query.data ? (
        <>
          <Suspense fallback={<Skeleton className="mb-6 h-48 rounded-card" />}>
            <AvatarEditor avatarId={query.data.profile.avatarId} />
          </Suspense>
          <ProfileForm profile={query.data.profile} />
          <Section id="portfolio" title="Portfolio">
            <PortfolioEditor items={query.data.profile.portfolio} />
          </Section>
        </>
      ) : (
        <ErrorState
          error={query.error}
          what="your profile"
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )}
    </Page>
  )
}
