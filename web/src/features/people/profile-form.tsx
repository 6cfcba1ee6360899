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
import { countries } from '@/lib/countries'
import { currencies, currencyName } from '@/lib/format'
import * as common from '@/words/common'
import * as words from './form-words'
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
    notify.success(words.profileSaved)
  }, failed)

  return (
    <Card>
      <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
        <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
        <TextField
          label={words.headline}
          help={words.headlineHelp}
          maxLength={120}
          error={errors.headline?.message}
          {...form.register('headline')}
        />
        <TextArea
          label={words.aboutYou}
          rows={8}
          error={errors.bio?.message}
          {...form.register('bio', {
            maxLength: { value: 5000, message: words.aboutYouLong },
          })}
        />
        <Controller
          control={form.control}
          name="skills"
          render={({ field }) => (
            <TagsField
              name="skills"
              label={common.skills}
              help={common.addTagsHelp}
              max={15}
              value={field.value}
              onChange={field.onChange}
              error={errors.skills?.message}
            />
          )}
        />
        <div className="grid gap-5 sm:grid-cols-[1fr_auto_1fr]">
          <AmountField
            label={words.hourlyRate}
            optional
            currency={currency}
            typed={rate}
            error={errors.rate?.message}
            {...form.register('rate')}
          />
          <SelectField
            label={common.currency}
            error={errors.currency?.message}
            {...form.register('currency')}
          >
            {currencies.map((code) => (
              <option key={code} value={code}>
                {currencyName(code)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={words.country}
            optional
            error={errors.country?.message}
            {...form.register('country')}
          >
            <option value="">{words.noCountry}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <TextField
          label={words.town}
          optional
          error={errors.location?.message}
          {...form.register('location')}
        />
        <fieldset>
          <legend className="mb-1.5 text-sm font-semibold">{words.links}</legend>
          <div className="space-y-4">
            {links.fields.map(({ id }, place) => (
              <div key={id} data-item className="grid items-start gap-3 sm:grid-cols-[1fr_2fr_auto]">
                <TextField
                  label={words.linkName(place + 1)}
                  error={errors.links?.[place]?.label?.message}
                  {...form.register(`links.${place}.label`, { required: words.linkUnnamed })}
                />
                <TextField
                  label={words.linkAddress(place + 1)}
                  type="url"
                  placeholder="https://…"
                  error={errors.links?.[place]?.url?.message}
                  {...form.register(`links.${place}.url`, { required: words.linkNowhere })}
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
                  <span className="sr-only">{words.removeLink(place + 1)}</span>
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
                {words.addLink}
              </Button>
            )}
          </div>
        </fieldset>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" busy={isLoading}>
            {words.save}
          </Button>
          {isSuccess && !isDirty && <p className="text-sm text-success">{words.saved}</p>}
        </div>
      </form>
    </Card>
  )
}
