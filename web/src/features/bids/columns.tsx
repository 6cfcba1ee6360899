import { Chip } from './chip'
import { criteria, type CriterionKey } from './criteria'
import * as words from './compare-words'

interface Props {
  shown: CriterionKey[]
  onChange: (shown: CriterionKey[]) => void
}

/** What the reader wants to compare by: the columns of the table, and the lines of each card. */
export function Columns({ shown, onChange }: Props) {
  const toggle = (key: CriterionKey) =>
    onChange(shown.includes(key) ? shown.filter((other) => other !== key) : [...shown, key])
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-left mr-2 text-sm font-semibold">{words.columns}</legend>
      {criteria.map(({ key, label }) => (
        <Chip key={key} checked={shown.includes(key)} onChange={() => toggle(key)}>
          {label}
        </Chip>
      ))}
    </fieldset>
  )
}
