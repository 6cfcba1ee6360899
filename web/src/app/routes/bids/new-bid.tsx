import { useState } from 'react'
import { Controller, useFieldArray, useForm, useWatch } from 'react-hook-form'
import { useNavigate, useParams } from 'react-router'
import { useCreateBidMutation } from '@/api/bids-api'
import { toProblem } from '@/api/problem'
import { useTaskQuery } from '@/api/tasks-api'
import type { Task } from '@/api/types'
import { DateField } from '@/components/form/date-field'
import { DraftNote } from '@/components/form/draft-note'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { TagsField } from '@/components/form/tags-field'
import { TextArea, TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { readDraft, useDraft } from '@/components/form/use-draft'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { bodyOf, type BidValues, emptyMilestone, emptyBid, milestoneSum } from '@/features/bids/bid-form'
import { can } from '@/lib/can'
import { currencySymbol, formatBudget, formatMoney, parseAmount } from '@/lib/format'
import { useUser } from '@/lib/session'
import { DAY, plainDate } from '@/lib/time'
import { useNow } from '@/lib/use-now'

export default function NewBid() {
  const { taskId = '' } = useParams()
  const user = useUser()
  const now = useNow()
  const { data: task, error, refetch, isFetching } = useTaskQuery(taskId)
  if (!task) {
    if (!error) return <PageLoading />
    return (
      <Page title="Bid">
        <ErrorState error={error} what="the task" onRetry={() => void refetch()} busy={isFetching} />
      </Page>
    )
  }
  const allowed = can.bid(task, user, now)
  if (!allowed.allowed) {
    return (
      <Page title="Bid" width="form">
        <Notice title={allowed.reason}>
          <ButtonLink to={paths.task(task.id)} variant="secondary" size="sm" className="mt-2">
            Back to the task
          </ButtonLink>
        </Notice>
      </Page>
    )
  }
  return <BidForm task={task} />
}

function BidForm({ task }: { task: Task }) {
  const navigate = useNavigate()
  const [createBid, { isLoading }] = useCreateBidMutation()
  const keyOf = useIdempotencyKey()
  const [attempts, failed] = useAttempts()
  const draftKey = `bid.${task.id}`
  const [draft] = useState(() => readDraft<BidValues>(draftKey))
  const [today] = useState(() => Date.now())
  const form = useForm<BidValues>({ defaultValues: draft?.values ?? emptyBid, shouldFocusError: false })
  const milestones = useFieldArray({ control: form.control, name: 'milestones' })
  const { savedAt, discard, startAgain } = useDraft(draftKey, form)
  const { errors } = form.formState
  const { currency } = task.budget
  const [typed, planned] = useWatch({ control: form.control, name: ['amount', 'milestones'] })
  const total = parseAmount(typed)
  const sum = milestoneSum(planned)
  const amountRule = (text: string) =>
    parseAmount(text) !== null || 'Enter the price as an amount such as 250 or 99.50.'

  const submit = form.handleSubmit(async (values) => {
    const body = bodyOf(values, currency)
    if (values.milestones.length > 0 && milestoneSum(values.milestones) !== body.amount.amount) {
      form.setError('amount', { message: `The milestones must add up to ${formatMoney(body.amount)}.` })
      failed()
      return
    }
    try {
      await createBid({ taskId: task.id, body, idempotencyKey: keyOf(body) }).unwrap()
      discard()
      void navigate(paths.myBids())
    } catch (error) {
      const known = (name: string) =>
        name.split('.')[0] !== undefined && (name.split('.')[0] as string) in values
      applyProblem(toProblem(error), form.setError, known, { milestones: 'amount' })
      failed()
    }
  }, failed)

  return (
    <Page
      title="Your bid"
      intro={
        <>
          For “{task.title}”. Budget: {formatBudget(task.budget)}
        </>
      }
      width="form"
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="space-y-6">
        <Card className="space-y-6">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          <TextArea
            label="Cover letter"
            rows={7}
            help="How you would go about it, and something similar that you have done."
            error={errors.coverLetter?.message}
            {...form.register('coverLetter', {
              required: 'Write a cover letter.',
              minLength: { value: 20, message: 'Write at least 20 characters.' },
            })}
          />
          <div className="grid gap-6 sm:grid-cols-2">
            <TextField
              label="Price"
              inputMode="decimal"
              prefix={currencySymbol(currency)}
              help={
                total === null
                  ? undefined
                  : `You get ${formatMoney({ amount: total - Math.round(total / 10), currency })} after the 10 % fee.`
              }
              error={errors.amount?.message}
              {...form.register('amount', { validate: amountRule })}
            />
            <TextField
              label="Days you need"
              inputMode="numeric"
              error={errors.timelineDays?.message}
              {...form.register('timelineDays', {
                pattern: { value: /^([1-9]\d{0,2})$/, message: 'Enter 1 to 365 days.' },
                required: 'Enter 1 to 365 days.',
              })}
            />
          </div>
          <TextArea
            label="Questions to the client"
            optional
            rows={3}
            help="One in each line, at most five."
            error={errors.questions?.message}
            {...form.register('questions')}
          />
        </Card>
        <Card>
          <h2 className="text-lg font-semibold">Milestones</h2>
          <p className="mt-1 text-sm text-ink-muted">
            Each is funded before you begin it, and paid when it is approved. Without any, the whole is one
            milestone.
          </p>
          <div className="mt-4 space-y-5">
            {milestones.fields.map((field, place) => {
              const found = errors.milestones?.[place]
              return (
                <fieldset key={field.id} className="rounded-md border border-line p-4">
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
                        {...form.register(`milestones.${place}.amount`, { validate: amountRule })}
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
                          label="It is done when"
                          optional
                          max={10}
                          help="What the work is checked against. Press Enter after each."
                          value={list.value}
                          onChange={list.onChange}
                        />
                      )}
                    />
                    <Button variant="quiet" size="sm" icon="trash" onClick={() => milestones.remove(place)}>
                      Remove milestone {place + 1}
                    </Button>
                  </div>
                </fieldset>
              )
            })}
          </div>
          <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
            <Button
              variant="secondary"
              icon="plus"
              onClick={() => milestones.append(emptyMilestone)}
              disabled={milestones.fields.length >= 20}
            >
              Add a milestone
            </Button>
            {milestones.fields.length > 0 && total !== null && (
              <p className="tabular text-sm" role="status">
                {sum === total
                  ? 'The milestones add up.'
                  : `${formatMoney({ amount: sum, currency })} of ${formatMoney({ amount: total, currency })} planned`}
              </p>
            )}
          </div>
        </Card>
        <div className="flex flex-wrap items-center justify-end gap-3">
          <div className="mr-auto">
            <DraftNote savedAt={savedAt} onDiscard={() => startAgain(emptyBid)} />
          </div>
          <ButtonLink to={paths.task(task.id)} variant="quiet">
            Cancel
          </ButtonLink>
          <Button type="submit" size="lg" busy={isLoading}>
            {total === null ? 'Send the bid' : `Bid ${formatMoney({ amount: total, currency })}`}
          </Button>
        </div>
      </form>
    </Page>
  )
}
