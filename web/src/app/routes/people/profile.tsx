import { Link, useParams } from 'react-router'
import { useProfileQuery } from '@/api/people-api'
import type { PublicProfile } from '@/api/types'
import { Page, Section } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Tag } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { PersonPicture } from '@/components/ui/person-picture'
import { paths } from '@/config/paths'
import { placeText } from '@/features/people/country'
import { Portfolio } from '@/features/people/portfolio'
import { SaveButton } from '@/features/people/save-button'
import { formatMoneyShort, plural } from '@/lib/format'
import { useUser } from '@/lib/session'
import { formatMonth } from '@/lib/time'

export default function ProfilePage() {
  const { userId = '' } = useParams()
  const query = useProfileQuery(userId)
  const user = useUser()
  if (!query.data) {
    if (!query.isError) return <PageLoading />
    return (
      <Page title="Profile">
        <ErrorState
          error={query.error}
          what="the profile"
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
          <ButtonLink to={paths.editProfile()}>Edit profile</ButtonLink>
        ) : (
          user && person.roles.includes('freelancer') && <SaveButton id={person.id} name={person.name} />
        )
      }
    >
      <div className="grid gap-6 lg:grid-cols-[20rem_1fr]">
        <Facts person={person} />
        <div className="min-w-0">
          {profile.bio && (
            <Section title="About">
              <p dir="auto" className="max-w-reading wrap-anywhere whitespace-pre-line">
                {profile.bio}
              </p>
            </Section>
          )}
          {profile.portfolio.length > 0 && (
            <Section title="Portfolio">
              <Portfolio items={profile.portfolio} />
            </Section>
          )}
          {!profile.bio && profile.portfolio.length === 0 && (
            <EmptyState icon="user" title={own ? 'Your profile is empty' : 'Nothing here yet'}>
              {own ? (
                <>
                  Say what you do and show your work:{' '}
                  <Link to={paths.editProfile()} className="link">
                    edit your profile
                  </Link>
                  . Freelancers with a headline are found by clients.
                </>
              ) : (
                <>
                  <bdi>{person.name}</bdi> has not written anything yet.
                </>
              )}
            </EmptyState>
          )}
        </div>
      </div>
    </Page>
  )
}

/** What the platform and the person say in short. */
function Facts({ person }: { person: PublicProfile }) {
  const { profile, roles } = person
  const place = placeText(profile)
  const facts = [
    profile.rate && { label: 'Rate', value: `${formatMoneyShort(profile.rate)} per hour` },
    place && { label: 'Location', value: place },
    roles.includes('freelancer') && {
      label: 'Completed here',
      value: plural(person.completedContracts, 'contract'),
    },
    roles.includes('client') && {
      label: 'As a client',
      value: `${plural(person.tasksPosted, 'task')}, ${plural(person.hires, 'hire')}`,
    },
    { label: 'Member since', value: formatMonth(person.createdAt) },
  ].filter((fact) => !!fact)
  return (
    <Card className="self-start">
      <PersonPicture
        name={person.name}
        avatarId={profile.avatarId}
        size="large"
        className="size-20 text-2xl"
      />
      <dl className="mt-4 space-y-3">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-sm text-ink-muted">{label}</dt>
            <dd className="font-semibold wrap-anywhere">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {profile.skills.length > 0 && (
        <ul aria-label="Skills" className="mt-4 flex flex-wrap gap-2">
          {profile.skills.map((skill) => (
            <li key={skill}>
              <Tag>{skill}</Tag>
            </li>
          ))}
        </ul>
      )}
      {profile.links.length > 0 && (
        <ul aria-label="Links" className="mt-4 space-y-1">
          {profile.links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} rel="noopener nofollow" className="link wrap-anywhere">
                <bdi>{label}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
