import type { Milestone } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import * as common from '@/words/common'
import { isDone } from './work-label'

/** The way to each milestone, where there are several: with many, one's own may be far down. */
export function MilestoneNav({ milestones }: { milestones: Milestone[] }) {
  if (milestones.length < 2) return null
  return (
    <nav aria-label={common.milestones} className="mt-4">
      <ol className="flex flex-wrap gap-2">
        {milestones.map((milestone) => (
          <li key={milestone.id} className="min-w-0">
            <a
              href={`#${milestone.id}`}
              className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border border-edge px-3 text-sm font-semibold text-ink-muted hover:text-ink"
            >
              {isDone(milestone) ? (
                <Icon name="check" className="size-4 shrink-0 text-success" />
              ) : (
                <span className="tabular">{milestone.number}</span>
              )}
              <bdi className="max-w-44 truncate">{milestone.title}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
