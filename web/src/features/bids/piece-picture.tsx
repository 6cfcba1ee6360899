import { useState } from 'react'
import { pictureUrl } from '@/api/files'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'

interface Props {
  pictureId: string | null
  /** Empty where the title stands beside it as the name of the same thing. */
  alt: string
  className?: string
}

/** The picture of a piece of work. The portfolio may have it no longer, or never had one: then a mark in its place. */
export function PiecePicture({ pictureId, alt, className }: Props) {
  const [missing, setMissing] = useState<string | null>(null)
  if (!pictureId || missing === pictureId) {
    return (
      <span className={cx('grid place-items-center bg-sunken text-ink-muted', className)}>
        <Icon name="contracts" className="size-5" />
      </span>
    )
  }
  return (
    <img
      src={pictureUrl(pictureId, 'small')}
      alt={alt}
      loading="lazy"
      onError={() => setMissing(pictureId)}
      className={cx('bg-sunken object-cover', className)}
    />
  )
}
