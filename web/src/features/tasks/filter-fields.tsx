import { type ChangeEvent, type KeyboardEvent, useState } from 'react'
import { AmountField } from '@/components/form/amount-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { categories } from '@/lib/labels'
import * as common from '@/words/common'
import { type FilterName, setFilter } from './filter-names'
import * as words from './words'

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
      <SelectField label={words.category} {...choice('category')}>
        <option value="">{words.anyCategory}</option>
        <Options of={categories} />
      </SelectField>
      <SelectField label={words.payment} {...choice('budgetType')}>
        <option value="">{words.anyPayment}</option>
        <Options of={words.budgetTypes} />
      </SelectField>
      <AmountField key={minKey} label={words.budgetFrom} {...min} />
      <AmountField key={maxKey} label={words.budgetTo} help={words.ownCurrencyHelp} {...max} />
      <TextField key={skillKey} label={words.skill} maxLength={40} {...skill} />
      <TextField key={townKey} label={common.location} maxLength={100} {...town} />
      <SelectField label={words.decided} {...choice('within')}>
        <option value="">{words.anyTime}</option>
        <Options of={words.within} />
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
