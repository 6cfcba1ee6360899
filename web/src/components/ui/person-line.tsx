import type { Person } from '@/api/types'
import { cx } from '@/lib/class-names'
import { standing } from '@/words/standing'
import { PersonLink } from './person-link'
import { PersonPicture } from './person-picture'

interface Props {
  person: Person
  /** As what they appear. */
  side: 'client' | 'freelancer'
  /** With what they say that they do. */
  headline?: boolean
  /** Opens what they say of themselves beside the page; without it, the name leads there. */
  onOpen?: () => void
  /** The name is the heading of what follows. */
  as?: 'p' | 'h2' | 'h3'
  className?: string
}

/** Somebody, wherever they appear: picture, name, and what they have done here. */
export function PersonLine({ person, side, headline, onOpen, as: Name = 'p', className }: Props) {
  const { id, name, avatarId, hasLeft } = person
  return (
    <div className={cx('flex min-w-0 items-start gap-3 text-left', className)}>
      <PersonPicture name={name} avatarId={avatarId} size="small" className="size-10" />
      <div className="min-w-0">
        <Name className="font-semibold">
          <PersonLink id={id} name={name} hasLeft={hasLeft} onOpen={onOpen} />
        </Name>
        {headline && person.headline && (
          <p dir="auto" className="text-sm font-normal wrap-anywhere">
            {person.headline}
          </p>
        )}
        <p className="text-sm font-normal text-ink-muted">{standing(person, side)}</p>
      </div>
    </div>
  )
}
