import type { Milestone } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import * as common from '@/words/common'

/** The way to each milestone, where there are several: with many, one's own may be far down. */
export function MilestoneNav({ milestones }: { milestones: Milestone[] }) {
  if (milestones.length < 2) return null
  return (
    <nav aria-label={common.milestones} className="mt-4">
      <ol className="flex flex-wrap gap-2">
        {milestones.map(({ id, number, title, status }) => (
          <li key={id} className="min-w-0">
            <a
              href={`#${id}`}
              className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border border-edge px-3 text-sm font-semibold text-ink-muted hover:text-ink"
            >
              {status === 'approved' ? (
                <Icon name="check" className="size-4 shrink-0 text-success" />
              ) : (
                <span className="tabular">{number}</span>
              )}
              <bdi className="max-w-44 truncate">{title}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
