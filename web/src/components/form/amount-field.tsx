import { type ComponentProps, useState } from 'react'
import type { Currency } from '@/api/types'
import { understood } from '@/lib/amount'
import { currencySymbol } from '@/lib/format'
import { TextField } from './text-field'

type Props = Omit<ComponentProps<typeof TextField>, 'inputMode' | 'prefix' | 'aside'> & {
  /** None where amounts of all currencies are meant. */
  currency?: Currency
  /** What the form has, where the form knows it before the field does. */
  typed?: string
}

/** An amount of money. It shows how it is read, since a comma means one thing here and another there. */
export function AmountField({ currency, typed, onInput, ...field }: Props) {
  const [own, setOwn] = useState(() => String(field.defaultValue ?? ''))
  return (
    <TextField
      inputMode="decimal"
      autoComplete="off"
      prefix={currency && currencySymbol(currency)}
      aside={understood(typed ?? own, currency)}
      onInput={(event) => {
        setOwn(event.currentTarget.value)
        onInput?.(event)
      }}
      {...field}
    />
  )
}
