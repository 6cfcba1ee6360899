import { useEffect, useRef, useState } from 'react'
import { SelectField } from '@/components/form/select-field'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { PersonLink } from '@/components/ui/person-link'
import { StatusBadge } from '@/components/ui/status-badge'
import { PersonPicture } from '@/components/ui/person-picture'
import { cx } from '@/lib/class-names'
import { bidLabels } from '@/lib/labels'
import { BidDetail } from './bid-detail'
import type { ComparisonView } from './bid-table'
import { criteria as all, type CriterionKey } from './criteria'

const turn =
  'grid size-11 place-items-center rounded-md border border-edge bg-surface disabled:opacity-40 disabled:border-line'

/** One bid at a time on a phone, two from 640 px on: swipe, or use the two buttons. */
export function BidCards({ bids, budget, criteria, pins, sorting, onSort, actions }: ComparisonView) {
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

  function order(value: string): void {
    const [key, direction] = value.split(':')
    onSort({ key: key as CriterionKey, descending: direction === 'down' })
    list.current?.scrollTo({ left: 0 })
  }

  return (
    <div className="xl:hidden">
      <SelectField
        name="order"
        label="Order"
        value={`${sorting.key}:${sorting.descending ? 'down' : 'up'}`}
        onChange={(event) => order(event.target.value)}
      >
        {all.flatMap(({ key, label, orders }) => [
          <option key={`${key}:up`} value={`${key}:up`}>{`${label}, ${orders[0]}`}</option>,
          <option key={`${key}:down`} value={`${key}:down`}>{`${label}, ${orders[1]}`}</option>,
        ])}
      </SelectField>
      <div className="mt-4 mb-3 flex items-center justify-between">
        <button
          type="button"
          aria-label="Previous bid"
          className={turn}
          disabled={shown === 0}
          onClick={() => go(-1)}
        >
          <Icon name="chevron-left" />
        </button>
        <p className="tabular text-sm font-semibold" aria-live="polite">
          {Math.min(shown + 1, bids.length)} of {bids.length}
        </p>
        <button
          type="button"
          aria-label="Next bid"
          className={turn}
          disabled={atEnd || shown >= bids.length - 1}
          onClick={() => go(1)}
        >
          <Icon name="chevron-right" />
        </button>
      </div>
      <ul
        ref={list}
        aria-label="Bids"
        onScroll={onScroll}
        className="relative -mx-4 flex snap-x snap-mandatory gap-4 overflow-x-auto px-4 pb-4"
      >
        {bids.map((bid) => (
          <li key={bid.id} className="w-[88%] shrink-0 snap-center sm:w-[47%]">
            <Card className="h-full">
              <div className="flex items-start justify-between gap-3">
                <div className="flex min-w-0 items-center gap-3">
                  <PersonPicture name={bid.freelancer.name} avatarId={bid.freelancer.avatarId} size="small" />
                  <h2 className="text-lg font-semibold">
                    <PersonLink id={bid.freelancer.id} name={bid.freelancer.name} />
                  </h2>
                </div>
                <StatusBadge label={bidLabels[bid.status]} />
              </div>
              <dl className="mt-3 mb-5 divide-y divide-line border-y border-line">
                {criteria.map(({ key, label, text, note }) => (
                  <div
                    key={key}
                    className={cx(
                      'flex items-baseline justify-between gap-4',
                      pins.includes(key) ? 'py-2.5' : 'py-1.5',
                    )}
                  >
                    <dt className="text-sm text-ink-muted">{label}</dt>
                    <dd className="tabular text-right">
                      <span className={pins.includes(key) ? 'text-lg font-semibold' : 'text-sm'}>
                        {text(bid)}
                      </span>
                      {note?.(bid, budget) && (
                        <span className="block text-xs text-ink-muted">{note(bid, budget)}</span>
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
              <BidDetail bid={bid} />
              <div className="mt-5 flex flex-wrap gap-3">{actions(bid)}</div>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  )
}
