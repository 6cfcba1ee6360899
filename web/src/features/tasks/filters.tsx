import { type FormEvent, useState } from 'react'
import { Field, controlClass } from '@/components/form/field'
import { SelectField, TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { RecentSearches } from '@/components/ui/recent-searches'
import { parseAmount } from '@/lib/format'
import { categories } from '@/lib/labels'
import { rememberSearch } from '@/lib/recent-searches'

const names = [
  'q',
  'category',
  'skill',
  'budgetMin',
  'budgetMax',
  'budgetType',
  'within',
  'location',
  'sort',
] as const

/** The search, kept in the address so that it can be shared and gone back to. */
export function Filters({
  params,
  onChange,
}: {
  params: URLSearchParams
  onChange: (params: URLSearchParams) => void
}) {
  const [open, setOpen] = useState(() => names.slice(1).some((name) => params.get(name)))
  const value = (name: string) => params.get(name) ?? ''

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const next = new URLSearchParams()
    for (const name of names) {
      const text = String(form.get(name) ?? '').trim()
      const isAmount = name === 'budgetMin' || name === 'budgetMax'
      if (text && (!isAmount || parseAmount(text) !== null)) next.set(name, text)
    }
    rememberSearch(next.get('q') ?? '')
    onChange(next)
  }

  return (
    <form role="search" aria-label="Tasks" onSubmit={submit} key={params.toString()} className="mb-6">
      <div className="flex gap-2">
        <div className="flex-1">
          <Field name="q" label="Search tasks">
            {(control) => (
              <input
                {...control}
                name="q"
                type="search"
                list="task-searches"
                autoComplete="off"
                defaultValue={value('q')}
                placeholder="Logo, React, translation…"
                className={controlClass}
              />
            )}
          </Field>
          <RecentSearches id="task-searches" />
        </div>
        <div className="flex items-end gap-2">
          <Button type="submit" icon="search">
            Search
          </Button>
        </div>
      </div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls="filters"
        onClick={() => setOpen(!open)}
        className="mt-3 inline-flex min-h-9 items-center gap-1.5 text-sm font-semibold text-accent-text"
      >
        <Icon name={open ? 'arrow-up' : 'chevron-down'} className="size-4" />
        {open ? 'Fewer filters' : 'More filters'}
      </button>
      <div id="filters" hidden={!open} className="mt-3 rounded-card border border-line bg-surface p-4">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField name="category" label="Category" defaultValue={value('category')}>
            <option value="">Any</option>
            {Object.entries(categories).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField name="budgetType" label="Payment" defaultValue={value('budgetType')}>
            <option value="">Fixed or hourly</option>
            <option value="fixed">Fixed price</option>
            <option value="hourly">By the hour</option>
          </SelectField>
          <SelectField name="within" label="Decided" defaultValue={value('within')}>
            <option value="">Any time</option>
            <option value="3">Within 3 days</option>
            <option value="7">Within a week</option>
            <option value="30">Within a month</option>
          </SelectField>
          <TextField
            name="budgetMin"
            label="Budget from"
            inputMode="decimal"
            prefix="$"
            defaultValue={value('budgetMin')}
          />
          <TextField
            name="budgetMax"
            label="Budget to"
            inputMode="decimal"
            prefix="$"
            defaultValue={value('budgetMax')}
          />
          <TextField name="skill" label="Skill" defaultValue={value('skill')} />
          <TextField name="location" label="Location" defaultValue={value('location')} />
          <SelectField name="sort" label="Order" defaultValue={value('sort')}>
            <option value="">Newest first</option>
            <option value="deadline">Next deadline first</option>
          </SelectField>
        </div>
        <Button variant="quiet" size="sm" className="mt-4" onClick={() => onChange(new URLSearchParams())}>
          Clear all
        </Button>
      </div>
    </form>
  )
}
