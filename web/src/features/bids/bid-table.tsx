import { Fragment, type ReactNode, useState } from 'react'
import type { Bid, Budget } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { PersonLink } from '@/components/ui/person-link'
import { StatusBadge } from '@/components/ui/status-badge'
import { PersonPicture } from '@/components/ui/person-picture'
import { cx } from '@/lib/class-names'
import { bidLabels } from '@/lib/labels'
import { BidDetail } from './bid-detail'
import type { Criterion, CriterionKey } from './criteria'
import type { SortKey, Sorting } from './sorting'

export interface ComparisonView {
  bids: Bid[]
  budget: Budget
  /** In the order shown. */
  criteria: Criterion[]
  pins: CriterionKey[]
  sorting: Sorting
  onSort: (sorting: Sorting) => void
  actions: (bid: Bid) => ReactNode
}

// Pinned columns stick one after the other, so their widths have to be known.
const NAME_WIDTH = 11
const PIN_WIDTH = 8

function pinStyle(place: number, pinned: boolean) {
  return pinned ? { left: `${NAME_WIDTH + place * PIN_WIDTH}rem`, width: `${PIN_WIDTH}rem` } : undefined
}

const sticky = 'sticky z-10 bg-surface'

export function BidTable({ bids, budget, criteria, pins, sorting, onSort, actions }: ComparisonView) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div className="relative hidden overflow-x-auto rounded-card border border-line bg-surface shadow-card xl:block">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">Bids; the buttons in the head sort them</caption>
        <thead>
          <tr className="border-b border-line">
            <SortHead
              sortKey="name"
              sorting={sorting}
              onSort={onSort}
              className={cx(sticky, 'left-0')}
              style={{ minWidth: `${NAME_WIDTH}rem` }}
            >
              Freelancer
            </SortHead>
            {criteria.map(({ key, label }, place) => (
              <SortHead
                key={key}
                sortKey={key}
                sorting={sorting}
                onSort={onSort}
                className={cx(pins.includes(key) && sticky)}
                style={pinStyle(place, pins.includes(key))}
              >
                {label}
              </SortHead>
            ))}
            <th scope="col" className="px-3 py-2">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bids.map((bid) => (
            <Fragment key={bid.id}>
              <tr className="border-b border-line last:border-0">
                <th scope="row" className={cx(sticky, 'left-0 px-3 py-3 font-semibold')}>
                  <span className="flex items-center gap-2">
                    <PersonPicture
                      name={bid.freelancer.name}
                      avatarId={bid.freelancer.avatarId}
                      size="small"
                      className="size-8"
                    />
                    <PersonLink id={bid.freelancer.id} name={bid.freelancer.name} />
                  </span>
                  <span className="mt-1 block">
                    <StatusBadge label={bidLabels[bid.status]} />
                  </span>
                </th>
                {criteria.map(({ key, text, note }, place) => (
                  <td
                    key={key}
                    className={cx('tabular px-3 py-3', pins.includes(key) && sticky)}
                    style={pinStyle(place, pins.includes(key))}
                  >
                    <span className={cx('whitespace-nowrap', key === 'amount' && 'text-base font-semibold')}>
                      {text(bid)}
                    </span>
                    {note?.(bid, budget) && (
                      <span className="block text-xs text-ink-muted">{note(bid, budget)}</span>
                    )}
                  </td>
                ))}
                <td className="px-3 py-3">
                  <div className="flex flex-col items-stretch gap-1.5">
                    <Button
                      variant="quiet"
                      size="sm"
                      aria-expanded={open === bid.id}
                      onClick={() => setOpen(open === bid.id ? null : bid.id)}
                    >
                      {open === bid.id ? 'Hide' : 'Read'}{' '}
                      <span className="sr-only">
                        the bid of <bdi>{bid.freelancer.name}</bdi>
                      </span>
                    </Button>
                    {actions(bid)}
                  </div>
                </td>
              </tr>
              {open === bid.id && (
                <tr className="border-b border-line bg-sunken last:border-0">
                  <td colSpan={criteria.length + 2} className="px-4 py-5">
                    <BidDetail bid={bid} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SortHeadProps {
  sortKey: SortKey
  sorting: Sorting
  onSort: (sorting: Sorting) => void
  className?: string
  style?: { left?: string; width?: string; minWidth?: string }
  children: ReactNode
}

function SortHead({ sortKey, sorting, onSort, className, style, children }: SortHeadProps) {
  const active = sorting.key === sortKey
  return (
    <th
      scope="col"
      aria-sort={active ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
      className={cx('px-3 py-2', className)}
      style={style}
    >
      <button
        type="button"
        className={cx(
          'inline-flex min-h-9 items-center gap-1.5 font-semibold whitespace-nowrap',
          !active && 'text-ink-muted hover:text-ink',
        )}
        onClick={() => onSort({ key: sortKey, descending: active && !sorting.descending })}
      >
        {children}
        <Icon name={active ? (sorting.descending ? 'arrow-down' : 'arrow-up') : 'sort'} className="size-4" />
      </button>
    </th>
  )
}
