import { useProfileQuery } from '@/api/people-api'
import type { Person, PublicProfile } from '@/api/types'
import { ButtonLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { Portfolio } from './portfolio'
import { ProfileFacts } from './profile-facts'
import * as words from './words'

/** What somebody says of themselves, beside the page that names them: its place, and what was typed there, stays. */
export default function ProfilePanel({ person, onClose }: { person: Person; onClose: () => void }) {
  const { data, error, isFetching, refetch } = useProfileQuery(person.id)
  return (
    <Dialog
      open
      size="side"
      onClose={onClose}
      title={<bdi>{person.name}</bdi>}
      description={person.headline ? <p dir="auto">{person.headline}</p> : undefined}
    >
      {data ? (
        <Profile person={data} />
      ) : error ? (
        <ErrorState
          error={error}
          title={words.profileNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      ) : (
        <Loading label={words.loadingProfile}>
          <Skeleton className="size-20 rounded-full" />
          <Skeleton className="mt-4 h-40" />
        </Loading>
      )}
      <ButtonLink to={paths.profile(person.id)} variant="secondary" className="mt-6 w-full">
        {words.openProfile}
      </ButtonLink>
    </Dialog>
  )
}

function Profile({ person }: { person: PublicProfile }) {
  const { bio, portfolio } = person.profile
  return (
    <>
      <ProfileFacts person={person} />
      {bio && (
        <section className="mt-6">
          <h3 className="font-semibold">{words.about}</h3>
          <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-line">
            {bio}
          </p>
        </section>
      )}
      {portfolio.length > 0 && (
        <section className="mt-6">
          <h3 className="mb-2 font-semibold">{words.portfolio}</h3>
          <Portfolio items={portfolio} level="h4" />
        </section>
      )}
    </>
  )
}
