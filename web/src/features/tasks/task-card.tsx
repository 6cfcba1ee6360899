import { Link } from 'react-router'
import type { TaskCard as Task } from '@/api/types'
import { Tag } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { PersonLine } from '@/components/ui/person-line'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { formatBudget } from '@/lib/format'
import { categories, taskLabels } from '@/lib/labels'
import { timeAgo, timeLeft } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import * as records from '@/words/records'

interface Props {
  task: Task
  own?: boolean
  /** Its heading: one below that of what it stands in. */
  level?: 'h2' | 'h3'
}

export function TaskCard({ task, own, level: Heading = 'h2' }: Props) {
  const now = useNow()
  return (
    <Card className="relative transition-colors hover:border-edge">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="text-sm text-ink-muted">
            {categories[task.category]} · {timeAgo(task.createdAt, now)}
          </p>
          <Heading dir="auto" className="mt-1 text-lg font-semibold wrap-anywhere">
            <Link
              to={paths.task(task.id)}
              className="after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              <bdi>{task.title}</bdi>
            </Link>
          </Heading>
        </div>
        <p className="tabular text-lg font-semibold sm:whitespace-nowrap">{formatBudget(task.budget)}</p>
      </div>
      <p dir="auto" className="mt-2 line-clamp-2 max-w-reading text-ink-muted">
        {task.summary}
      </p>
      {task.skills.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-2">
          {task.skills.map((skill) => (
            <Tag key={skill}>{skill}</Tag>
          ))}
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        {own ? (
          <StatusBadge label={taskLabels[task.status]} />
        ) : (
          <PersonLine person={task.client} side="client" />
        )}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
          <span>{records.bids(task.bidCount)}</span>
          {task.status === 'open' && (
            <span className="font-semibold text-ink">{timeLeft(task.deadline, now)}</span>
          )}
          {task.location && <bdi>{task.location}</bdi>}
        </p>
      </div>
    </Card>
  )
}
