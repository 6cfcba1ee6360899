import { useState } from 'react'
import { Controller, useFieldArray, useForm, useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { useCreateBidMutation } from '@/api/bids-api'
import { useMeQuery } from '@/api/people-api'
import { toProblem } from '@/api/problem'
import type { Task } from '@/api/types'
import { AmountField } from '@/components/form/amount-field'
import { DraftNote } from '@/components/form/draft-note'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { readDraft, useDraft } from '@/components/form/use-draft'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { Page } from '@/components/layout/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { paths } from '@/config/paths'
import { FilesField } from '@/components/files/files-field'
import { useFormFiles } from '@/components/files/use-form-files'
import { isAmount, parseAmount } from '@/lib/amount'
import { formatBudget, formatMoney } from '@/lib/format'
import * as common from '@/words/common'
import {
  bodyOf,
  type BidValues,
  emptyBid,
  emptyMilestone,
  milestoneSum,
  shownAt,
  stillThere,
} from './bid-form'
import * as words from './form-words'
import { MilestoneFields } from './milestone-fields'
import { PiecesField } from './pieces-field'

/** The bid: what one would do, for how much, until when. */
export function NewBidForm({ task }: { task: Task }) {
  const navigate = useNavigate()
  const [createBid, { isLoading }] = useCreateBidMutation()
  const keyOf = useIdempotencyKey()
  const [attempts, failed] = useAttempts()
  const draftKey = `bid.${task.id}`
  const [draft] = useState(() => readDraft<BidValues>(draftKey))
  const [today] = useState(() => Date.now())
  // A draft of an older version may not have every field.
  const form = useForm<BidValues>({
    defaultValues: { ...emptyBid, ...draft?.values },
    shouldFocusError: false,
  })
  const me = useMeQuery()
  const milestones = useFieldArray({ control: form.control, name: 'milestones' })
  const { savedAt, discard, startAgain } = useDraft(draftKey, form)
  const files = useFormFiles('bid', 'attachmentIds', draftKey)
  const { errors } = form.formState
  const { currency } = task.budget
  const [typed, planned] = useWatch({ control: form.control, name: ['amount', 'milestones'] })
  const total = parseAmount(typed)
  const sum = milestoneSum(planned)

  const submit = form.handleSubmit(async (values) => {
    const attachmentIds = files.take()
    if (!attachmentIds) return failed()
    const portfolioItemIds = stillThere(values.portfolioItemIds, me.data?.profile.portfolio)
    const body = {
      ...bodyOf({ ...values, portfolioItemIds }, currency, attachmentIds),
      taskVersion: task.version,
    }
    if (values.milestones.length > 0 && milestoneSum(values.milestones) !== body.amount.amount) {
      form.setError('amount', { message: words.mustAddUp(formatMoney(body.amount)) })
      failed()
      return
    }
    try {
      await createBid({ taskId: task.id, body, idempotencyKey: keyOf(body) }).unwrap()
      discard()
      files.finish()
      void navigate(paths.myBids())
    } catch (error) {
      const known = (name: string) =>
        name.split('.')[0] !== undefined && (name.split('.')[0] as string) in values
      const problem = toProblem(error)
      applyProblem(problem, form.setError, known, shownAt(body))
      // Removed on another device, most likely: the list is to show what is there now.
      if (problem.errors.some(({ pointer }) => pointer.startsWith('/portfolioItemIds'))) void me.refetch()
      failed()
    }
  }, failed)

  return (
    <Page
      title={words.yourBid}
      intro={words.forTask(<bdi>{task.title}</bdi>, formatBudget(task.budget))}
      width="form"
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="space-y-6">
        <Card className="space-y-6">
          <ErrorSummary errors={[...listErrors(errors), ...files.errors]} attempt={attempts} />
          <TextArea
            label={words.coverLetter}
            rows={7}
            help={words.coverLetterHelp}
            error={errors.coverLetter?.message}
            {...form.register('coverLetter', {
              required: words.coverLetterMissing,
              minLength: { value: 20, message: words.coverLetterShort },
            })}
          />
          <div className="grid gap-6 sm:grid-cols-2">
            <AmountField
              label={words.price}
              currency={currency}
              typed={typed}
              help={
                total === null
                  ? undefined
                  : words.youGet(formatMoney({ amount: total - Math.round(total / 10), currency }))
              }
              error={errors.amount?.message}
              {...form.register('amount', { validate: isAmount })}
            />
            <TextField
              label={words.daysNeeded}
              inputMode="numeric"
              error={errors.timelineDays?.message}
              {...form.register('timelineDays', {
                pattern: { value: /^([1-9]\d{0,2})$/, message: words.daysWrong },
                required: words.daysWrong,
              })}
            />
          </div>
          <TextArea
            label={words.questions}
            optional
            rows={3}
            help={words.questionsHelp}
            error={errors.questions?.message}
            {...form.register('questions')}
          />
          <Controller
            control={form.control}
            name="portfolioItemIds"
            render={({ field }) => (
              <PiecesField
                name={field.name}
                value={field.value}
                onChange={field.onChange}
                error={errors.portfolioItemIds?.message}
              />
            )}
          />
          <FilesField label={common.files} {...files.field} />
        </Card>
        <Card>
          <h2 className="text-lg font-semibold">{common.milestones}</h2>
          <p className="mt-1 text-sm text-ink-muted">{words.milestonesHelp}</p>
          <div className="mt-4 space-y-5">
            {milestones.fields.map(({ id }, place) => (
              <MilestoneFields
                key={id}
                form={form}
                place={place}
                today={today}
                currency={currency}
                onRemove={() => milestones.remove(place)}
              />
            ))}
          </div>
          <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
            <Button
              variant="secondary"
              icon="plus"
              onClick={() => milestones.append(emptyMilestone)}
              disabled={milestones.fields.length >= 20}
            >
              {words.addMilestone}
            </Button>
            {milestones.fields.length > 0 && total !== null && (
              <p className="tabular text-sm" role="status">
                {sum === total
                  ? words.addsUp
                  : words.planned(
                      formatMoney({ amount: sum, currency }),
                      formatMoney({ amount: total, currency }),
                    )}
              </p>
            )}
          </div>
        </Card>
        <div className="flex flex-wrap items-center justify-end gap-3">
          <div className="mr-auto">
            <DraftNote
              savedAt={savedAt}
              onDiscard={() => {
                startAgain(emptyBid)
                files.field.uploads.clear()
              }}
            />
          </div>
          <ButtonLink to={paths.task(task.id)} variant="quiet">
            {common.cancel}
          </ButtonLink>
          <Button type="submit" size="lg" busy={isLoading}>
            {total === null ? words.send : words.sendSum(formatMoney({ amount: total, currency }))}
          </Button>
        </div>
      </form>
    </Page>
  )
}
