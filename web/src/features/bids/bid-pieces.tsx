import type { BidPiece } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import { PiecePicture } from './piece-picture'

/** The pieces of work that go with a bid, as they were when it was made. */
export function BidPieces({ pieces, className }: { pieces: BidPiece[]; className?: string }) {
  if (pieces.length === 0) return null
  return (
    <div className={cx('max-w-reading', className)}>
      <h3 className="font-semibold">Examples of work</h3>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3">
        {pieces.map(({ id, title, url, pictureId }) => (
          <li key={id} className="overflow-hidden rounded-md border border-line bg-surface">
            <PiecePicture
              pictureId={pictureId}
              alt={`Picture of ${title}`}
              className="aspect-4/3 w-full border-b border-line"
            />
            <div className="p-2.5">
              <p className="font-semibold break-words">{title}</p>
              {url && (
                <a
                  href={url}
                  rel="noopener nofollow"
                  className="link mt-1 inline-flex min-h-6 items-center gap-1.5"
                >
                  <Icon name="external" className="size-4" />
                  See it<span className="sr-only">: {title}</span>
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
