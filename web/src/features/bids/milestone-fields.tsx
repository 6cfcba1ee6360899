import { Controller, type UseFormReturn } from 'react-hook-form'
import type { Currency } from '@/api/types'
import { DateField } from '@/components/form/date-field'
import { TagsField } from '@/components/form/tags-field'
import { TextArea, TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { currencySymbol } from '@/lib/format'
import { DAY, plainDate } from '@/lib/time'
import { type BidValues, isAmount } from './bid-form'

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
  return (
    <fieldset className="rounded-md border border-line p-4">
      <legend className="px-1 text-sm font-semibold">Milestone {place + 1}</legend>
      <div className="space-y-4">
        <TextField
          label="Title"
          error={found?.title?.message}
          {...form.register(`milestones.${place}.title`, {
            required: 'Name the milestone.',
            minLength: { value: 3, message: 'Write at least 3 characters.' },
          })}
        />
        <TextArea
          label="What you deliver"
          rows={2}
          error={found?.description?.message}
          {...form.register(`milestones.${place}.description`)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Amount"
            inputMode="decimal"
            prefix={currencySymbol(currency)}
            error={found?.amount?.message}
            {...form.register(`milestones.${place}.amount`, { validate: isAmount })}
          />
          <Controller
            control={form.control}
            name={`milestones.${place}.dueDate`}
            rules={{ required: 'Choose a date.' }}
            render={({ field: date }) => (
              <DateField
                name={date.name}
                label="Due"
                value={date.value}
                onChange={date.onChange}
                onBlur={date.onBlur}
                min={plainDate(new Date(today))}
                max={plainDate(new Date(today + 730 * DAY))}
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
              label="Done when"
              optional
              max={10}
              help="What the work is checked against. Press Enter after each."
              value={list.value}
              onChange={list.onChange}
            />
          )}
        />
        <Button variant="quiet" size="sm" icon="trash" onClick={onRemove}>
          Remove milestone {place + 1}
        </Button>
      </div>
    </fieldset>
  )
}
