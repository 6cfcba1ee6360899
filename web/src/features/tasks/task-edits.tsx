import type { TaskEdit } from '@/api/types'
import { formatBudget } from '@/lib/format'
import { categories } from '@/lib/labels'
import { formatMoment } from '@/lib/time'
import * as words from './change-words'

/** Each change in a sentence. Mirrors shared/notices/src/plan/bids.rs. */
export function TaskEdits({ edits }: { edits: TaskEdit[] }) {
  return (
    <ul className="space-y-1">
      {edits.map((edit, place) => (
        <li key={place} className="wrap-anywhere">
          {sentence(edit)}
        </li>
      ))}
    </ul>
  )
}

function sentence(edit: TaskEdit) {
  switch (edit.field) {
    case 'title':
      return words.title(<bdi>{edit.before}</bdi>, <bdi>{edit.after}</bdi>)
    case 'description':
      return edit.rewritten ? words.rewritten : words.corrected
    case 'category':
      return words.category(categories[edit.before], categories[edit.after])
    case 'skills':
      return edit.after.length > 0 ? words.skills(<bdi>{edit.after.join(', ')}</bdi>) : words.noSkills
    case 'budget':
      return words.budget(formatBudget(edit.before), formatBudget(edit.after))
    case 'deadline':
      return words.deadline(formatMoment(edit.before), formatMoment(edit.after))
    case 'location':
      return edit.after ? words.location(<bdi>{edit.after}</bdi>) : words.noLocation
    case 'attachments':
      return words.files
  }
}
