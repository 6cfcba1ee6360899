import { Fragment, type ReactNode, useState } from 'react'
import type { Bid, Budget, Person } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { spoken } from '@/components/ui/spoken'
import { can } from '@/lib/can'
import { cx } from '@/lib/class-names'
import { BidDetail } from './bid-detail'
import { Bidder, FirstLook } from './bidder'
import { ChooseBid } from './chosen-two'
import type { Criterion } from './criteria'
import { Star } from './star'
import type { SortKey, Sorting } from './sorting'
import * as words from './compare-words'

export interface ComparisonView {
  bids: Bid[]
  budget: Budget
  /** With one alone there is nothing to sort, and nothing to put beside it. */
  several: boolean
  /** What the reader chose to see. */
  criteria: Criterion[]
  sorting: Sorting
  onSort: (sorting: Sorting) => void
  /** Those that are put side by side: two at most. */
  chosen: string[]
  onChoose: (chosen: string[]) => void
  onOpen: (person: Person) => void
  actions: (bid: Bid) => ReactNode
}

export function BidTable({ bids, criteria, sorting, onSort, ...rest }: ComparisonView) {
  const Head = rest.several ? SortHead : PlainHead
  return (
    <div className="relative hidden overflow-x-auto rounded-card border border-line bg-surface shadow-card xl:block">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{rest.several ? words.tableCaption : words.wholeBid}</caption>
        <thead>
          <tr className="border-b border-line">
            <Head sortKey="name" sorting={sorting} onSort={onSort}>
              {words.freelancer}
            </Head>
            {criteria.map(({ key, label }) => (
              <Head key={key} sortKey={key} sorting={sorting} onSort={onSort}>
                {label}
              </Head>
            ))}
            <th scope="col" className="px-3 py-2">
              <span className="sr-only">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bids.map((bid) => (
            <BidRows key={bid.id} bid={bid} criteria={criteria} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Omit<ComparisonView, 'bids' | 'sorting' | 'onSort'> & { bid: Bid }

/** The figures, and below them how the bid begins, or all of it. */
function BidRows({ bid, budget, criteria, several, chosen, onChoose, onOpen, actions }: RowProps) {
  const [open, setOpen] = useState(false)
  return (
    <Fragment>
      <tr>
        <th scope="row" className="max-w-72 min-w-52 px-3 pt-4 pb-2 align-top">
          <Bidder bid={bid} onOpen={onOpen} />
        </th>
        {criteria.map(({ key, text, note }) => (
          <td key={key} className="tabular px-3 pt-4 pb-2 align-top">
            <span className={cx('whitespace-nowrap', key === 'amount' && 'text-base font-semibold')}>
              {text(bid)}
            </span>
            {note?.(bid, budget) && <span className="block text-xs text-ink-muted">{note(bid, budget)}</span>}
          </td>
        ))}
        <td rowSpan={2} className="w-px border-b border-line px-3 py-4 align-top">
          <div className="flex flex-col items-stretch gap-1.5 whitespace-nowrap">{actions(bid)}</div>
        </td>
      </tr>
      <tr className="border-b border-line">
        <td colSpan={criteria.length + 1} className="px-3 pt-1 pb-4 align-top">
          {open ? <BidDetail bid={bid} /> : <FirstLook bid={bid} />}
          <div className="mt-2 -ml-3 flex flex-wrap items-center gap-x-4">
            <Button variant="quiet" size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
              {(open ? words.hide : words.read)(spoken, <bdi>{bid.freelancer.name}</bdi>)}
            </Button>
            {several && can.decideBid(bid).allowed && <Star bid={bid} />}
            {several && <ChooseBid bid={bid} chosen={chosen} onChange={onChoose} />}
          </div>
        </td>
      </tr>
    </Fragment>
  )
}

interface SortHeadProps {
  sortKey: SortKey
  sorting: Sorting
  onSort: (sorting: Sorting) => void
  children: ReactNode
}

function PlainHead({ children }: SortHeadProps) {
  return (
    <th scope="col" className="px-3 py-2 font-semibold whitespace-nowrap text-ink-muted">
      {children}
    </th>
  )
}

function SortHead({ sortKey, sorting, onSort, children }: SortHeadProps) {
  const active = sorting.key === sortKey
  return (
    <th
      scope="col"
      aria-sort={active ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
      className="px-3 py-2"
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
