import { useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { useCreateTaskMutation } from '@/api/tasks-api'
import type { BudgetType, Category, Currency } from '@/api/types'
import { AmountField } from '@/components/form/amount-field'
import { DateField } from '@/components/form/date-field'
import { DraftNote } from '@/components/form/draft-note'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { RichTextField } from '@/components/form/rich-text-field'
import { TagsField } from '@/components/form/tags-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { readDraft, useDraft } from '@/components/form/use-draft'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { FilesField } from '@/components/files/files-field'
import { useFormFiles } from '@/components/files/use-form-files'
import * as words from '@/features/tasks/form-words'
import { can } from '@/lib/can'
import { amountProblem, parseAmount } from '@/lib/amount'
import { categories } from '@/lib/labels'
import { useUser } from '@/lib/session'
import { addDays, endOfDay } from '@/lib/time'
import * as common from '@/words/common'

interface Values {
  title: string
  description: string
  /** Empty until one is chosen: a guess of ours would be wrong more often than not. */
  category: Category | ''
  skills: string[]
  type: BudgetType
  min: string
  max: string
  currency: Currency
  deadline: string
  location: string
}

const DRAFT = 'new-task'
const empty: Values = {
  title: '',
  description: '',
  category: '',
  skills: [],
  type: 'fixed',
  min: '',
  max: '',
  currency: 'usd',
  deadline: '',
  location: '',
}
const visible = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim().length

export default function NewTask() {
  const user = useUser()
  const navigate = useNavigate()
  const [createTask, { isLoading }] = useCreateTaskMutation()
  const keyOf = useIdempotencyKey()
  const [attempts, failed] = useAttempts()
  const [draft] = useState(() => readDraft<Values>(DRAFT))
  const [today] = useState(() => Date.now())
  const form = useForm<Values>({ defaultValues: { ...empty, ...draft?.values }, shouldFocusError: false })
  const { savedAt, discard, startAgain } = useDraft(DRAFT, form)
  const files = useFormFiles('task', 'attachmentIds', DRAFT)
  // The editor reads its text once; another edition begins with an empty one.
  const [edition, setEdition] = useState(0)
  const { errors } = form.formState
  const [currency, min, max] = useWatch({ control: form.control, name: ['currency', 'min', 'max'] })
  const allowed = can.postTask(user)
  if (!allowed.allowed) {
    return (
      <Page title={common.postTask} width="form">
        <Notice title={allowed.reason} />
      </Page>
    )
  }

  const submit = form.handleSubmit(async (values) => {
    const attachmentIds = files.take()
    if (!attachmentIds) return failed()
    const body = {
      title: values.title,
      description: values.description,
      category: values.category as Category,
      skills: values.skills,
      budget: {
        type: values.type,
        min: parseAmount(values.min) ?? 0,
        max: parseAmount(values.max) ?? 0,
        currency: values.currency,
      },
      deadline: endOfDay(values.deadline) ?? '',
      location: values.location || null,
      attachmentIds,
    }
    try {
      const task = await createTask({ body, idempotencyKey: keyOf(body) }).unwrap()
      discard()
      files.finish()
      void navigate(paths.task(task.id), { state: { posted: true } })
    } catch (error) {
      applyProblem(toProblem(error), form.setError, (name) => name in values, { budget: 'max' })
      failed()
    }
  }, failed)
  return (
    <Page title={common.postTask} intro={words.intro} width="form">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Card className="space-y-6">
          <ErrorSummary errors={[...listErrors(errors), ...files.errors]} attempt={attempts} />
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
          <FilesField label={common.files} {...files.field} />
          <div className="grid gap-6 sm:grid-cols-2">
            <SelectField
              label={words.category}
              error={errors.category?.message}
              {...form.register('category', { required: words.categoryMissing })}
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
            <SelectField label={words.paid} {...form.register('type')}>
              <option value="fixed">{words.fixedPrice}</option>
              <option value="hourly">{words.byTheHour}</option>
            </SelectField>
            <SelectField label={common.currency} {...form.register('currency')}>
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
        </Card>
        <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
          <DraftNote
            savedAt={savedAt}
            onDiscard={() => {
              // The editor reads its text once, also when it is brought back.
              startAgain(empty, () => setEdition((count) => count + 1))
              files.field.uploads.clear()
              setEdition((count) => count + 1)
            }}
          />
          <Button type="submit" size="lg" busy={isLoading}>
            {words.post}
          </Button>
        </div>
      </form>
    </Page>
  )
}
