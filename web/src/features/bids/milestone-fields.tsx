import { Controller, type UseFormReturn, useWatch } from 'react-hook-form'
import type { Currency } from '@/api/types'
import { AmountField } from '@/components/form/amount-field'
import { DateField } from '@/components/form/date-field'
import { TagsField } from '@/components/form/tags-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { isAmount } from '@/lib/amount'
import { addDays } from '@/lib/time'
import * as common from '@/words/common'
import type { BidValues } from './bid-form'
import * as words from './form-words'

interface Props {
  form: UseFormReturn<BidValues>
  /** From 0. */
  place: number
  today: number
  currency: Currency
  onRemove: () => void
}

/** One proposed milestone of a bid. */
export function MilestoneFields({ form, place, today, currency, onRemove }: Props) {
  const found = form.formState.errors.milestones?.[place]
  const typed = useWatch({ control: form.control, name: `milestones.${place}.amount` })
  return (
    <fieldset className="rounded-md border border-line p-4">
      <legend className="px-1 text-sm font-semibold">{words.milestone(place + 1)}</legend>
      <div className="space-y-4">
        <TextField
          label={common.title}
          error={found?.title?.message}
          {...form.register(`milestones.${place}.title`, {
            required: words.milestoneUnnamed,
            minLength: { value: 3, message: words.milestoneNameShort },
          })}
        />
        <TextArea
          label={words.deliverable}
          rows={2}
          error={found?.description?.message}
          {...form.register(`milestones.${place}.description`)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <AmountField
            label={words.amount}
            currency={currency}
            typed={typed}
            error={found?.amount?.message}
            {...form.register(`milestones.${place}.amount`, { validate: isAmount })}
          />
          <Controller
            control={form.control}
            name={`milestones.${place}.dueDate`}
            rules={{ required: common.chooseDate }}
            render={({ field: date }) => (
              <DateField
                name={date.name}
                label={words.due}
                value={date.value}
                onChange={date.onChange}
                onBlur={date.onBlur}
                min={addDays(today, 0)}
                max={addDays(today, 730)}
                error={found?.dueDate?.message}
              />
            )}
          />
        </div>
        <Controller
          control={form.control}
          name={`milestones.${place}.criteria`}
          render={({ field: list }) => (
            <TagsField
              name={list.name}
              label={words.doneWhen}
              optional
              max={10}
              help={words.doneWhenHelp}
              value={list.value}
              onChange={list.onChange}
            />
          )}
        />
        <Button variant="quiet" size="sm" icon="trash" onClick={onRemove}>
          {words.removeMilestone(place + 1)}
        </Button>
      </div>
    </fieldset>
  )
}
