import { useState } from 'react'
import { cx } from '@/lib/class-names'
import { pictureUrl } from '@/lib/picture-url'
import { Avatar } from './avatar'

interface Props {
  name: string
  avatarId: string | null
  size: 'small' | 'large'
  className?: string
}

/** A person's picture; their initials when there is none, or when it is gone. The name stands beside it. */
export function PersonPicture({ name, avatarId, size, className }: Props) {
  const [missing, setMissing] = useState<string | null>(null)
  if (!avatarId || missing === avatarId) return <Avatar name={name} className={className} />
  return (
    <img
      src={pictureUrl(avatarId, size)}
      alt=""
      loading="lazy"
      onError={() => setMissing(avatarId)}
      className={cx(
        'shrink-0 rounded-full border border-line bg-sunken object-cover',
        className ?? 'size-10',
      )}
    />
  )
}
