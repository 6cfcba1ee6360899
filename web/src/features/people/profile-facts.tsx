import type { PublicProfile } from '@/api/types'
import { Tag } from '@/components/ui/badge'
import { PersonPicture } from '@/components/ui/person-picture'
import { formatMoneyShort } from '@/lib/format'
import { formatMonth } from '@/lib/time'
import * as common from '@/words/common'
import * as counts from '@/words/counts'
import { standing } from '@/words/standing'
import { placeText } from './country'
import * as words from './words'

/** What the platform and the person say in short. */
export function ProfileFacts({ person }: { person: PublicProfile }) {
  const { profile, roles } = person
  const place = placeText(profile)
  const facts = [
    profile.rate && { label: words.rate, value: counts.perHour(formatMoneyShort(profile.rate)) },
    place && { label: common.location, value: place },
    roles.includes('freelancer') && { label: words.asFreelancer, value: standing(person, 'freelancer') },
    roles.includes('client') && { label: words.asClient, value: standing(person, 'client') },
    { label: common.memberSince, value: formatMonth(person.memberSince) },
  ].filter((fact) => !!fact)
  return (
    <>
      <PersonPicture
        name={person.name}
        avatarId={person.avatarId}
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
        <ul aria-label={common.skills} className="mt-4 flex flex-wrap gap-2">
          {profile.skills.map((skill) => (
            <li key={skill}>
              <Tag>{skill}</Tag>
            </li>
          ))}
        </ul>
      )}
      {profile.links.length > 0 && (
        <ul aria-label={words.links} className="mt-4 space-y-1">
          {profile.links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} rel="noopener nofollow" className="link wrap-anywhere">
                <bdi>{label}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
