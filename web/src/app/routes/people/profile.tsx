import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { useProfileQuery } from '@/api/people-api'
import { Page, Section } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { paths } from '@/config/paths'
import { Portfolio } from '@/features/people/portfolio'
import { ProfileFacts } from '@/features/people/profile-facts'
import { SaveButton } from '@/features/people/save-button'
import * as words from '@/features/people/words'
import { useUser } from '@/lib/session'

// Visitors cannot, and few want to.
const BlockButton = lazy(() => import('@/features/chat/block-button'))

export default function ProfilePage() {
  const { userId = '' } = useParams()
  const query = useProfileQuery(userId)
  const user = useUser()
  if (!query.data) {
    if (!query.isError) return <PageLoading />
    return (
      <Page title={words.profile}>
        <ErrorState
          error={query.error}
          title={words.profileNotLoaded}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      </Page>
    )
  }
  const person = query.data
  const { profile } = person
  const own = user?.id === person.id
  return (
    <Page
      title={person.name}
      intro={profile.headline ? <p dir="auto">{profile.headline}</p> : undefined}
      actions={
        own ? (
          <ButtonLink to={paths.editProfile()}>{words.editProfile}</ButtonLink>
        ) : (
          user && (
            <>
              {person.roles.includes('freelancer') && <SaveButton id={person.id} name={person.name} />}
              <Suspense>
                <BlockButton id={person.id} name={person.name} />
              </Suspense>
            </>
          )
        )
      }
    >
      <div className="grid gap-6 lg:grid-cols-[20rem_1fr]">
        <Card className="self-start">
          <ProfileFacts person={person} />
        </Card>
        <div className="min-w-0">
          {profile.bio && (
            <Section title={words.about}>
              <p dir="auto" className="max-w-reading wrap-anywhere whitespace-pre-line">
                {profile.bio}
              </p>
            </Section>
          )}
          {profile.portfolio.length > 0 && (
            <Section title={words.portfolio}>
              <Portfolio items={profile.portfolio} />
            </Section>
          )}
          {!profile.bio && profile.portfolio.length === 0 && (
            <EmptyState icon="user" title={own ? words.emptyOwn : words.empty}>
              {own
                ? words.emptyOwnNext((text) => (
                    <Link to={paths.editProfile()} className="link">
                      {text}
                    </Link>
                  ))
                : words.emptyText(<bdi>{person.name}</bdi>)}
            </EmptyState>
          )}
        </div>
      </div>
    </Page>
  )
}
