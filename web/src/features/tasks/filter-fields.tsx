import { type ChangeEvent, type KeyboardEvent, useState } from 'react'
import { AmountField } from '@/components/form/amount-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { categories } from '@/lib/labels'
import { budgetTypes, type FilterName, setFilter, within } from './filter-names'

interface Props {
  params: URLSearchParams
  onChange: (params: URLSearchParams) => void
  /** Where they stand: rail and sheet are there at once, and an id names one thing. */
  place: 'rail' | 'sheet'
}

/** The filters. A choice applies at once, what is typed when the field is left or Enter is pressed. */
export function FilterFields({ params, onChange, place }: Props) {
  const [problems, setProblems] = useState<Partial<Record<FilterName, string>>>({})

  function commit(name: FilterName, text: string): void {
    const result = setFilter(params, name, text)
    const problem = 'problem' in result ? result.problem : undefined
    setProblems((all) => ({ ...all, [name]: problem }))
    if ('params' in result && result.params.toString() !== params.toString()) onChange(result.params)
  }

  const choice = (name: FilterName) => ({
    name: `${place}.${name}`,
    value: params.get(name) ?? '',
    onChange: (event: ChangeEvent<HTMLSelectElement>) => commit(name, event.target.value),
  })
  const typed = (name: FilterName) => ({
    // What was removed elsewhere is gone here, too.
    key: `${name} ${params.get(name) ?? ''}`,
    name: `${place}.${name}`,
    defaultValue: params.get(name) ?? '',
    error: problems[name],
    onBlur: (event: ChangeEvent<HTMLInputElement>) => commit(name, event.target.value),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Enter') commit(name, event.currentTarget.value)
    },
  })
  const { key: minKey, ...min } = typed('budgetMin')
  const { key: maxKey, ...max } = typed('budgetMax')
  const { key: skillKey, ...skill } = typed('skill')
  const { key: townKey, ...town } = typed('location')
  return (
    <div className="space-y-4">
      <SelectField label="Category" {...choice('category')}>
        <option value="">Any</option>
        <Options of={categories} />
      </SelectField>
      <SelectField label="Payment" {...choice('budgetType')}>
        <option value="">Fixed or hourly</option>
        <Options of={budgetTypes} />
      </SelectField>
      <AmountField key={minKey} label="Budget from" {...min} />
      <AmountField key={maxKey} label="Budget to" help="In each task’s own currency." {...max} />
      <TextField key={skillKey} label="Skill" maxLength={40} {...skill} />
      <TextField key={townKey} label="Location" maxLength={100} {...town} />
      <SelectField label="Decided" {...choice('within')}>
        <option value="">Any time</option>
        <Options of={within} />
      </SelectField>
    </div>
  )
}

const Options = ({ of }: { of: Record<string, string> }) =>
  Object.entries(of).map(([id, name]) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
