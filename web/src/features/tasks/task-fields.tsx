import type { ReactNode } from 'react'
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form'
import { AmountField } from '@/components/form/amount-field'
import { DateField } from '@/components/form/date-field'
import { RichTextField } from '@/components/form/rich-text-field'
import { SelectField } from '@/components/form/select-field'
import { TagsField } from '@/components/form/tags-field'
import { TextField } from '@/components/form/text-field'
import { amountProblem, parseAmount } from '@/lib/amount'
import { categories } from '@/lib/labels'
import { addDays } from '@/lib/time'
import * as common from '@/words/common'
import * as words from './form-words'
import type { TaskValues } from './task-values'

const visible = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim().length

interface Props {
  form: UseFormReturn<TaskValues>
  /** The editor reads its text once: another number, and it reads it again. */
  edition: number
  /** When the form was opened. */
  today: number
  /** There are bids, so what they were made in stays. */
  fixed?: boolean
  files: ReactNode
}

/** The fields of a task. */
export function TaskFields({ form, edition, today, fixed = false, files }: Props) {
  const { errors } = form.formState
  const [currency, min, max] = useWatch({ control: form.control, name: ['currency', 'min', 'max'] })
  const stays = fixed ? words.staysWithBids : undefined
  return (
    <>
      <TextField
        label={common.title}
        help={words.titleHelp}
        maxLength={120}
        error={errors.title?.message}
        {...form.register('title', {
          required: words.titleMissing,
          minLength: { value: 5, message: words.titleShort },
        })}
      />
      <Controller
        control={form.control}
        name="description"
        rules={{
          validate: (html) => visible(html) >= 20 || words.descriptionShort,
        }}
        render={({ field }) => (
          <RichTextField
            key={edition}
            name="description"
            label={words.description}
            help={words.descriptionHelp}
            error={errors.description?.message}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {files}
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          label={words.category}
          error={errors.category?.message}
          help={stays}
          disabled={fixed}
          {...form.register('category', { validate: (chosen) => fixed || !!chosen || words.categoryMissing })}
        >
          <option value="" disabled>
            {words.categoryPlaceholder}
          </option>
          {Object.entries(categories).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={common.location}
          optional
          help={words.locationHelp}
          maxLength={100}
          error={errors.location?.message}
          {...form.register('location')}
        />
      </div>
      <Controller
        control={form.control}
        name="skills"
        render={({ field }) => (
          <TagsField
            name="skills"
            label={common.skills}
            optional
            max={15}
            help={common.addTagsHelp}
            value={field.value}
            onChange={field.onChange}
            error={errors.skills?.message}
          />
        )}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField label={words.paid} help={stays} disabled={fixed} {...form.register('type')}>
          <option value="fixed">{words.fixedPrice}</option>
          <option value="hourly">{words.byTheHour}</option>
        </SelectField>
        <SelectField label={common.currency} help={stays} disabled={fixed} {...form.register('currency')}>
          <option value="usd">{words.dollar}</option>
          <option value="eur">{words.euro}</option>
          <option value="gbp">{words.pound}</option>
        </SelectField>
        <AmountField
          label={words.budgetFrom}
          currency={currency}
          typed={min}
          error={errors.min?.message}
          {...form.register('min', {
            validate: (text) => amountProblem(text, words.budgetFromUnclear) ?? true,
          })}
        />
        <AmountField
          label={words.budgetTo}
          currency={currency}
          typed={max}
          error={errors.max?.message}
          {...form.register('max', {
            validate: (text, { min: least }) =>
              amountProblem(text, words.budgetToUnclear) ??
              ((parseAmount(text) ?? 0) >= (parseAmount(least) ?? 0) || words.budgetsSwapped),
          })}
        />
      </div>
      <Controller
        control={form.control}
        name="deadline"
        rules={{ required: common.chooseDate }}
        render={({ field }) => (
          <DateField
            name="deadline"
            label={words.decideBy}
            help={words.decideByHelp}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            min={addDays(today, 1)}
            max={addDays(today, 365)}
            error={errors.deadline?.message}
          />
        )}
      />
    </>
  )
}
