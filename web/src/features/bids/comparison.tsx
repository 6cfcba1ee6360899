import { Fragment, type ReactNode, useState } from 'react'
import type { Bid } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { StatusBadge } from '@/components/ui/status-badge'
import { formatMoney, plural } from '@/lib/format'
import { bidLabels } from '@/lib/labels'
import { formatMonth } from '@/lib/time'
import { BidDetail } from './bid-detail'
import { type SortKey, type Sorting, sortBids } from './sorting'

interface Props {
  bids: Bid[]
  actions: (bid: Bid) => ReactNode
}

const columns: { key: SortKey; label: string }[] = [
  { key: 'name', label: 'Freelancer' },
  { key: 'amount', label: 'Price' },
  { key: 'timelineDays', label: 'Time' },
  { key: 'completed', label: 'Contracts done' },
]

/** A table to sort and compare from 768 px on, cards to swipe through on phones. */
export function Comparison({ bids, actions }: Props) {
  const [sorting, setSorting] = useState<Sorting>({ key: 'amount', descending: false })
  const sorted = sortBids(bids, sorting)
  return (
    <>
      <BidTable bids={sorted} sorting={sorting} onSort={setSorting} actions={actions} />
      <ul
        aria-label="Bids"
        className="-mx-4 flex snap-x snap-mandatory gap-4 overflow-x-auto px-4 pb-4 md:hidden"
      >
        {sorted.map((bid) => (
          <li key={bid.id} className="w-[88%] shrink-0 snap-center">
            <Card className="h-full">
              <div className="flex items-start justify-between gap-3">
                <h2 className="text-lg font-semibold">{bid.freelancer.name}</h2>
                <StatusBadge label={bidLabels[bid.status]} />
              </div>
              <p className="tabular mt-2 text-2xl font-bold">{formatMoney(bid.amount)}</p>
              <p className="mt-1 mb-4 text-sm text-ink-muted">
                {plural(bid.timelineDays, 'day')} · {plural(bid.freelancer.completedContracts, 'contract')}{' '}
                done · since {formatMonth(bid.freelancer.memberSince)}
              </p>
              <BidDetail bid={bid} />
              <div className="mt-5 flex flex-wrap gap-3">{actions(bid)}</div>
            </Card>
          </li>
        ))}
      </ul>
    </>
  )
}

function BidTable({
  bids,
  sorting,
  onSort,
  actions,
}: Props & { sorting: Sorting; onSort: (sorting: Sorting) => void }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div className="hidden overflow-x-auto rounded-card border border-line bg-surface shadow-card md:block">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">Bids, sortable by each column</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map(({ key, label }) => {
              const active = sorting.key === key
              return (
                <th
                  key={key}
                  scope="col"
                  aria-sort={active ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
                  className="px-4 py-2"
                >
                  <button
                    type="button"
                    className="inline-flex min-h-9 items-center gap-1.5 font-semibold"
                    onClick={() => onSort({ key, descending: active && !sorting.descending })}
                  >
                    {label}
                    <Icon
                      name={active ? (sorting.descending ? 'arrow-down' : 'arrow-up') : 'sort'}
                      className="size-4"
                    />
                  </button>
                </th>
              )
            })}
            <th scope="col" className="px-4 py-2">
              State
            </th>
            <th scope="col" className="px-4 py-2">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bids.map((bid) => (
            <Fragment key={bid.id}>
              <tr className="border-b border-line align-middle last:border-0">
                <th scope="row" className="px-4 py-3 font-semibold">
                  {bid.freelancer.name}
                  <span className="block text-xs font-normal text-ink-muted">
                    since {formatMonth(bid.freelancer.memberSince)}
                  </span>
                </th>
                <td className="tabular px-4 py-3 text-base font-semibold">{formatMoney(bid.amount)}</td>
                <td className="tabular px-4 py-3">{plural(bid.timelineDays, 'day')}</td>
                <td className="tabular px-4 py-3">{bid.freelancer.completedContracts}</td>
                <td className="px-4 py-3">
                  <StatusBadge label={bidLabels[bid.status]} />
                </td>
                <td className="px-4 py-3">
                  <div className="flex flex-wrap justify-end gap-2">
                    <Button
                      variant="quiet"
                      size="sm"
                      aria-expanded={open === bid.id}
                      onClick={() => setOpen(open === bid.id ? null : bid.id)}
                    >
                      {open === bid.id ? 'Hide' : 'Read'}{' '}
                      <span className="sr-only">the bid of {bid.freelancer.name}</span>
                    </Button>
                    {actions(bid)}
                  </div>
                </td>
              </tr>
              {open === bid.id && (
                <tr className="border-b border-line bg-sunken last:border-0">
                  <td colSpan={6} className="px-4 py-4">
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
