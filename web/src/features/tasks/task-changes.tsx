import type { Task } from '@/api/types'
import { Card } from '@/components/ui/card'
import { formatDateTime } from '@/lib/time'
import * as words from './change-words'
import { TaskEdits } from './task-edits'

/** What has changed since the task was posted, the latest first. */
export default function TaskChanges({ task }: { task: Task }) {
  return (
    <Card className="mt-6">
      <h2 className="font-semibold">{words.changes}</h2>
      <ol className="mt-3 space-y-4 text-sm">
        {task.changes.toReversed().map(({ version, at, edits }) => (
          <li key={version}>
            <p className="mb-1 text-ink-muted">{formatDateTime(at)}</p>
            <TaskEdits edits={edits} />
          </li>
        ))}
      </ol>
    </Card>
  )
}
