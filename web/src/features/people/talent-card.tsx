import { Link } from 'react-router'
import type { TalentCard as Talent } from '@/api/types'
import { Tag } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { PersonPicture } from '@/components/ui/person-picture'
import { paths } from '@/config/paths'
import { formatMoneyShort } from '@/lib/format'
import * as counts from '@/words/counts'
import { standing } from '@/words/standing'
import { placeText } from './country'

/** A freelancer as lists show them. */
export function TalentCard({ freelancer }: { freelancer: Talent }) {
  const { id, name, headline, skills, rate, avatarId } = freelancer
  const place = placeText(freelancer)
  return (
    <Card className="relative flex gap-4 transition-colors hover:border-edge">
      <PersonPicture name={name} avatarId={avatarId} size="small" className="size-12" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 className="text-lg font-semibold wrap-anywhere">
            <Link
              to={paths.profile(id)}
              className="after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              <bdi>{name}</bdi>
            </Link>
          </h2>
          {rate && (
            <p className="tabular font-semibold sm:whitespace-nowrap">
              {counts.perHour(formatMoneyShort(rate))}
            </p>
          )}
        </div>
        {headline && (
          <p dir="auto" className="wrap-anywhere">
            {headline}
          </p>
        )}
        <p className="text-sm text-ink-muted">{standing(freelancer, 'freelancer')}</p>
        {place && (
          <p dir="auto" className="text-sm text-ink-muted">
            {place}
          </p>
        )}
        {skills.length > 0 && (
          <div className="mt-3 flex flex-wrap gap-2">
            {skills.map((skill) => (
              <Tag key={skill}>{skill}</Tag>
            ))}
          </div>
        )}
      </div>
    </Card>
  )
}
