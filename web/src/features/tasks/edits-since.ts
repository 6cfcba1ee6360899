import type { Task, TaskEdit } from '@/api/types'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Both, one after the other, as one; nothing when the second takes the first back. */
function joined(first: TaskEdit, then: TaskEdit): TaskEdit[] {
  if (then.field === 'description') {
    return [{ ...then, rewritten: then.rewritten || (first.field === 'description' && first.rewritten) }]
  }
  if (!('before' in first && 'before' in then)) return [then]
  if (same(first.before, then.after)) return []
  return [{ ...then, before: first.before } as TaskEdit]
}

/** What has changed in all since a version, one edit for each field. Mirrors `changes_since` in shared/domain/src/task_change.rs. */
export function editsSince(changes: Task['changes'], version: number): TaskEdit[] {
  const all = new Map<TaskEdit['field'], TaskEdit>()
  const later = changes.filter((change) => change.version > version)
  for (const edit of later.flatMap(({ edits }) => edits)) {
    const known = all.get(edit.field)
    const [both] = known ? joined(known, edit) : [edit]
    if (both) all.set(edit.field, both)
    else all.delete(edit.field)
  }
  return [...all.values()]
}
