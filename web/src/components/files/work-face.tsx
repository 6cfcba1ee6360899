import { useState } from 'react'
import { pictureUrl } from '@/api/files'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import { kindOf } from './limits'
import type { Work } from './work'
import { firstPageOf } from './work-words'

interface Props {
  work: Work
  /** Empty where the title stands beside it as the name of the same thing. */
  alt: string
  /** How wide it is shown, where that may be wider than the small size. */
  sizes?: string
  className?: string
}

/**
 * What shows a piece of work: its picture, the first page of its PDF, or a mark with the kind of its file. The portfolio may have the picture no longer,
 * or never had one: then the mark is in its place.
 */
export function WorkFace({ work: { title, pictureId, file }, alt, sizes, className }: Props) {
  const [missing, setMissing] = useState<string | null>(null)
  if (!pictureId || missing === pictureId) {
    return (
      <span className={cx('grid place-items-center bg-sunken text-ink-muted', className)}>
        <span className="grid justify-items-center gap-0.5">
          <Icon name="contracts" />
          {file && <span className="text-xs leading-none font-semibold">{kindOf(file)}</span>}
        </span>
      </span>
    )
  }
  const picture = (
    <img
      src={pictureUrl(pictureId, 'small')}
      srcSet={sizes && `${pictureUrl(pictureId, 'small')} 480w, ${pictureUrl(pictureId, 'large')} 1280w`}
      sizes={sizes}
      alt={alt && file ? firstPageOf(title) : alt}
      loading="lazy"
      onError={() => setMissing(pictureId)}
      // White paper has an edge on a white card, too.
      className={cx(
        'bg-sunken object-cover',
        file ? 'size-full object-top outline -outline-offset-1 outline-line' : className,
      )}
    />
  )
  if (!file) return picture
  // What is seen is a page of more.
  return (
    <span className={cx('relative block overflow-hidden', className)}>
      {picture}
      <span className="absolute right-1 bottom-1 rounded-sm bg-surface px-1 text-xs leading-4 font-semibold text-ink-muted">
        {kindOf(file)}
      </span>
    </span>
  )
}
