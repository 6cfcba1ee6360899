import type { BidPiece } from '@/api/types'
import { WorkButton } from '@/components/files/work-button'
import { Icon } from '@/components/ui/icon'
import { spoken } from '@/components/ui/spoken'
import { cx } from '@/lib/class-names'
import * as words from './words'

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
      <h3 className="font-semibold">{words.examples}</h3>
      <ul
        className={cx(
          'mt-2 grid',
          compact ? 'gap-2' : 'grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3',
        )}
      >
        {pieces.map((piece) => (
          <li
            key={piece.id}
            className={cx(
              'overflow-hidden rounded-md border border-line bg-surface',
              compact && 'flex items-center',
            )}
          >
            <WorkButton
              work={piece}
              alt={words.pictureOf(piece.title)}
              className={compact ? 'h-14 w-18 shrink-0' : 'aspect-4/3 w-full border-b border-line'}
            />
            <div className={cx('min-w-0', compact ? 'px-3' : 'p-2.5')}>
              <p dir="auto" className="font-semibold wrap-anywhere">
                {piece.title}
              </p>
              {piece.url && (
                <a
                  href={piece.url}
                  rel="noopener nofollow"
                  className={cx('link inline-flex min-h-6 items-center gap-1.5', !compact && 'mt-1')}
                >
                  <Icon name="external" className="size-4" />
                  {words.seePiece(spoken, <bdi>{piece.title}</bdi>)}
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
