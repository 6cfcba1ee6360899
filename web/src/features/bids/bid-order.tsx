import { SelectField } from '@/components/form/select-field'
import { criteria, type CriterionKey } from './criteria'
import type { Sorting } from './sorting'
import * as compare from './compare-words'

interface Props {
  sorting: Sorting
  onSort: (sorting: Sorting) => void
}

/** Each criterion in its two orders: what the head of the table does, where there is no table. */
export function BidOrder({ sorting, onSort }: Props) {
  function order(value: string): void {
    const [key, direction] = value.split(':')
    onSort({ key: key as CriterionKey, descending: direction === 'down' })
  }
  return (
    <SelectField
      name="order"
      label={compare.order}
      value={`${sorting.key}:${sorting.descending ? 'down' : 'up'}`}
      onChange={(event) => order(event.target.value)}
    >
      {criteria.flatMap(({ key, label, orders }) => [
        <option key={`${key}:up`} value={`${key}:up`}>
          {compare.orderChoice(label, orders[0])}
        </option>,
        <option key={`${key}:down`} value={`${key}:down`}>
          {compare.orderChoice(label, orders[1])}
        </option>,
      ])}
    </SelectField>
  )
}
