import type { CategoryChoice } from '@/api/types'
import { Checkbox } from '@/components/form/checkbox'
import { aboutOf } from '@/components/notifications/categories'
import { Icon } from '@/components/ui/icon'
import { helpOf } from './kinds'
import * as words from './words'

interface Props {
  choice: CategoryChoice
  onChange: (change: Partial<CategoryChoice>) => void
}

/** How somebody hears of one kind. */
export function KindChoice({ choice, onChange }: Props) {
  const { category, isCritical, mail, browser } = choice
  const { name, icon } = aboutOf(category)
  return (
    <fieldset className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
      <legend className="sr-only">{name}</legend>
      <div className="flex min-w-0 flex-1 basis-52 items-start gap-3" aria-hidden="true">
        <Icon name={icon} className="mt-0.5 text-ink-muted" />
        <div>
          <p className="font-semibold">{name}</p>
          <p className="text-sm text-ink-muted">{helpOf[category]}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm max-sm:pl-8">
        {isCritical ? (
          <span className="inline-flex min-h-10 w-44 items-center gap-2 text-ink-muted">
            <Icon name="lock" className="size-4" />
            {words.alwaysMailed}
          </span>
        ) : (
          <select
            aria-label={words.mail}
            value={mail}
            onChange={(event) => onChange({ mail: event.target.value as CategoryChoice['mail'] })}
            className="min-h-10 w-44 rounded-md border border-edge bg-surface px-3"
          >
            <option value="on">{words.atOnce}</option>
            <option value="digest">{words.inSummary}</option>
            <option value="off">{words.notMailed}</option>
          </select>
        )}
        <label className="inline-flex min-h-10 cursor-pointer items-center gap-2.5">
          <Checkbox checked={browser} onChange={(event) => onChange({ browser: event.target.checked })} />
          {words.inBrowser}
        </label>
      </div>
    </fieldset>
  )
}
