import { useShortlistBidMutation } from '@/api/shortlist-api'
import { toProblem } from '@/api/problem'
import type { Bid } from '@/api/types'
import { notify } from '@/components/ui/notify'
import { spoken } from '@/components/ui/spoken'
import { cx } from '@/lib/class-names'
import * as compare from './compare-words'

interface Props {
  bid: Bid
  /** Without its word, where there is no room for it. */
  bare?: boolean
}

/** Puts a bid on the client's shortlist, or takes it off. */
export function Star({ bid, bare }: Props) {
  const [shortlist, { isLoading }] = useShortlistBidMutation()
  const listed = bid.status === 'shortlisted'
  const { name } = bid.freelancer

  async function turn(): Promise<void> {
    // Shown before it is so: a second press would go by what may be refused yet.
    if (isLoading) return
    const { error } = await shortlist({ bidId: bid.id, taskId: bid.taskId, shortlisted: !listed })
    if (error)
      notify.failure((listed ? compare.stillListed : compare.notListed)(name, toProblem(error).detail))
  }

  return (
    <button
      type="button"
      aria-pressed={listed}
      aria-busy={isLoading || undefined}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md text-sm font-semibold hover:bg-sunken',
        bare ? 'size-11' : 'min-h-9 px-3',
        listed && 'text-accent-text',
      )}
      onClick={() => void turn()}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        fill={listed ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinejoin="round"
        className="size-5"
      >
        <path d="m12 4 2.5 5.2 5.5.8-4 4 1 5.7-5-2.7-5 2.7 1-5.7-4-4 5.5-.8L12 4Z" />
      </svg>
      <span className={cx(bare && 'sr-only')}>{compare.shortlist(spoken, <bdi>{name}</bdi>)}</span>
    </button>
  )
}
