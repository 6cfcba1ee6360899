import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import { BidCard } from './bid-card'
import { BidOrder } from './bid-order'
import type { ComparisonView } from './bid-table'
import * as words from './words'
import * as compare from './compare-words'

const turn =
  'grid size-11 place-items-center rounded-md border border-edge bg-surface disabled:opacity-40 disabled:border-line'

/** One bid at a time on a phone, two from 640 px on: swipe, or use the two buttons. */
export function BidCards({ bids, sorting, onSort, ...view }: ComparisonView) {
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(0)
  const [atEnd, setAtEnd] = useState(false)

  // Two cards side by side may be all of them.
  useEffect(() => {
    const watch = new ResizeObserver(() => onScroll())
    if (list.current) watch.observe(list.current)
    return () => watch.disconnect()
  }, [bids.length])

  function onScroll(): void {
    const width = list.current?.firstElementChild?.clientWidth ?? 0
    if (!list.current || width === 0) return
    const { scrollLeft, clientWidth, scrollWidth } = list.current
    setShown(Math.round(scrollLeft / width))
    setAtEnd(scrollLeft + clientWidth >= scrollWidth - 2)
  }

  function go(step: number): void {
    const target = list.current?.children[shown + step]
    target?.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' })
  }

  return (
    <div className="xl:hidden">
      {bids.length > 1 && (
        <>
          <BidOrder
            sorting={sorting}
            onSort={(next) => {
              onSort(next)
              list.current?.scrollTo({ left: 0 })
            }}
          />
          {/* From 640 px on, two bids are both in view. */}
          <div className={cx('mt-4 flex items-center justify-between', bids.length === 2 && 'sm:hidden')}>
            <button
              type="button"
              aria-label={compare.previous}
              className={turn}
              disabled={shown === 0}
              onClick={() => go(-1)}
            >
              <Icon name="chevron-left" />
            </button>
            <p className="tabular text-sm font-semibold" aria-live="polite">
              {compare.position(Math.min(shown + 1, bids.length), bids.length)}
            </p>
            <button
              type="button"
              aria-label={compare.next}
              className={turn}
              disabled={atEnd || shown >= bids.length - 1}
              onClick={() => go(1)}
            >
              <Icon name="chevron-right" />
            </button>
          </div>
        </>
      )}
      <ul
        ref={list}
        aria-label={words.bids}
        onScroll={onScroll}
        className="relative -mx-4 mt-3 flex snap-x snap-mandatory gap-4 overflow-x-auto px-4 pb-4"
      >
        {bids.map((bid) => (
          <li
            key={bid.id}
            className={cx('shrink-0 snap-center', bids.length > 1 ? 'w-[88%] sm:w-[47%]' : 'w-full')}
          >
            <BidCard bid={bid} {...view} />
          </li>
        ))}
      </ul>
    </div>
  )
}
