import type { BidPiece } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import { PiecePicture } from './piece-picture'

interface Props {
  pieces: BidPiece[]
  /** Small pictures beside the titles, for their owner: they know them. */
  compact?: boolean
  className?: string
}

/** The pieces of work that go with a bid, as they were when it was made. */
export function BidPieces({ pieces, compact, className }: Props) {
  if (pieces.length === 0) return null
  return (
    <div className={cx('max-w-reading text-sm', className)}>
      <h3 className="font-semibold">Examples of work</h3>
      <ul
        className={cx(
          'mt-2 grid',
          compact ? 'gap-2' : 'grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3',
        )}
      >
        {pieces.map(({ id, title, url, pictureId }) => (
          <li
            key={id}
            className={cx(
              'overflow-hidden rounded-md border border-line bg-surface',
              compact && 'flex items-center',
            )}
          >
            <PiecePicture
              pictureId={pictureId}
              alt={`Picture of ${title}`}
              className={compact ? 'h-14 w-18 shrink-0' : 'aspect-4/3 w-full border-b border-line'}
            />
            <div className={cx('min-w-0', compact ? 'px-3' : 'p-2.5')}>
              <p dir="auto" className="font-semibold wrap-anywhere">
                {title}
              </p>
              {url && (
                <a
                  href={url}
                  rel="noopener nofollow"
                  className={cx('link inline-flex min-h-6 items-center gap-1.5', !compact && 'mt-1')}
                >
                  <Icon name="external" className="size-4" />
                  See it
                  <span className="sr-only">
                    : <bdi>{title}</bdi>
                  </span>
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
