import { useRef } from 'react'
import { Controller, useFieldArray, useForm, useWatch } from 'react-hook-form'
import { useUpdateMeMutation } from '@/api/people-api'
import { toProblem } from '@/api/problem'
import type { Profile } from '@/api/types'
import { AmountField } from '@/components/form/amount-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { TagsField } from '@/components/form/tags-field'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { notify } from '@/components/ui/notify'
import { focusNeighbour } from '@/lib/focus-neighbour'
import { amountProblem } from '@/lib/amount'
import { currencies, currencyName } from '@/lib/format'
import { countries } from './country'
import { changeOf, isField, linkFields, type ProfileValues, valuesOf } from './profile-values'

const MAX_LINKS = 10

/** The profile, all of it on one page; what is saved is read out. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const [attempts, failed] = useAttempts()
  const [update, { isLoading, isSuccess }] = useUpdateMeMutation()
  const form = useForm<ProfileValues>({ defaultValues: valuesOf(profile), shouldFocusError: false })
  const links = useFieldArray({ control: form.control, name: 'links' })
  const addLink = useRef<HTMLButtonElement>(null)
  const { errors, isDirty } = form.formState
  const [rate, currency] = useWatch({ control: form.control, name: ['rate', 'currency'] })

  const submit = form.handleSubmit(async (values) => {
    const change = changeOf(values)
    if (!change) {
      form.setError('rate', { type: 'amount', message: amountProblem(values.rate) ?? '' })
      return failed()
    }
    const result = await update(change)
    if ('error' in result) {
      applyProblem(toProblem(result.error), form.setError, isField, linkFields(values))
      return failed()
    }
    form.reset(valuesOf(result.data.profile))
    notify.success('Your profile is saved.')
  }, failed)

  return (
    <Card>
      <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
        <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
        <TextField
          label="Headline"
          help="One line: what you do, such as “Web developer for small shops”."
          maxLength={120}
          error={errors.headline?.message}
          {...form.register('headline')}
        />
        <TextArea
          label="About you"
          rows={8}
          error={errors.bio?.message}
          {...form.register('bio', {
            maxLength: { value: 5000, message: 'Write at most 5,000 characters.' },
          })}
        />
        <Controller
          control={form.control}
          name="skills"
          render={({ field }) => (
            <TagsField
              name="skills"
              label="Skills"
              help="Press Enter or a comma after each."
              max={15}
              value={field.value}
              onChange={field.onChange}
              error={errors.skills?.message}
            />
          )}
        />
        <div className="grid gap-5 sm:grid-cols-[1fr_auto_1fr]">
          <AmountField
            label="Hourly rate"
            optional
            currency={currency}
            typed={rate}
            error={errors.rate?.message}
            {...form.register('rate')}
          />
          <SelectField label="Currency" error={errors.currency?.message} {...form.register('currency')}>
            {currencies.map((code) => (
              <option key={code} value={code}>
                {currencyName(code)}
              </option>
            ))}
          </SelectField>
          <SelectField label="Country" optional error={errors.country?.message} {...form.register('country')}>
            <option value="">Not specified</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <TextField
          label="Town or region"
          optional
          error={errors.location?.message}
          {...form.register('location')}
        />
        <fieldset>
          <legend className="mb-1.5 text-sm font-semibold">Links</legend>
          <div className="space-y-4">
            {links.fields.map(({ id }, place) => (
              <div key={id} data-item className="grid items-start gap-3 sm:grid-cols-[1fr_2fr_auto]">
                <TextField
                  label={`Name of link ${place + 1}`}
                  error={errors.links?.[place]?.label?.message}
                  {...form.register(`links.${place}.label`, { required: 'Name the link.' })}
                />
                <TextField
                  label={`Address of link ${place + 1}`}
                  type="url"
                  placeholder="https://…"
                  error={errors.links?.[place]?.url?.message}
                  {...form.register(`links.${place}.url`, { required: 'Enter its address.' })}
                />
                <Button
                  variant="quiet"
                  icon="trash"
                  className="sm:mt-7"
                  data-remove
                  onClick={(event) => {
                    focusNeighbour(event.currentTarget, addLink.current)
                    links.remove(place)
                  }}
                >
                  <span className="sr-only">Remove link {place + 1}</span>
                </Button>
              </div>
            ))}
            {links.fields.length < MAX_LINKS && (
              <Button
                ref={addLink}
                variant="secondary"
                size="sm"
                icon="plus"
                onClick={() => links.append({ label: '', url: '' })}
              >
                Add a link
              </Button>
            )}
          </div>
        </fieldset>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" busy={isLoading}>
            Save the profile
          </Button>
          {isSuccess && !isDirty && <p className="text-sm text-success">Saved.</p>}
        </div>
      </form>
    </Card>
  )
}
