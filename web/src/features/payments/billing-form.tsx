import { useForm } from 'react-hook-form'
import { useBillingQuery, useUpdateBillingMutation } from '@/api/billing-api'
import { toProblem } from '@/api/problem'
import type { BillingProfile } from '@/api/types'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { notify } from '@/components/ui/notify'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { countries } from '@/lib/countries'
import { type BillingValues, changeOf, isField, lineFields, valuesOf } from './billing-values'
import * as words from './billing-words'

/** What stands on somebody's invoices from now on. */
export default function BillingForm() {
  const query = useBillingQuery()
  if (query.data) return <Form billing={query.data} />
  if (!query.isError)
    return (
      <Loading label={words.loading}>
        <Skeleton className="h-[48rem] rounded-card" />
      </Loading>
    )
  return (
    <ErrorState
      error={query.error}
      title={words.notLoaded}
      onRetry={() => void query.refetch()}
      busy={query.isFetching}
    />
  )
}

function Form({ billing }: { billing: BillingProfile }) {
  const [attempts, failed] = useAttempts()
  const [update, { isLoading }] = useUpdateBillingMutation()
  const form = useForm<BillingValues>({ defaultValues: valuesOf(billing), shouldFocusError: false })
  const { errors } = form.formState
  const submit = form.handleSubmit(async (values) => {
    const result = await update(changeOf(values))
    if ('error' in result) {
      applyProblem(toProblem(result.error), form.setError, isField, lineFields)
      return failed()
    }
    form.reset(valuesOf(result.data))
    notify.success(words.saved)
  }, failed)
  return (
    <Card>
      <p className="text-sm text-ink-muted">{words.intro}</p>
      <form noValidate onSubmit={(event) => void submit(event)} className="mt-5 space-y-5">
        <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
        <TextField
          label={words.legalName}
          help={words.legalNameHelp}
          optional
          autoComplete="organization"
          error={errors.legalName?.message}
          {...form.register('legalName')}
        />
        {form.getValues('lines').map((_line, place) => (
          <TextField
            key={place}
            label={words.addressLine(place)}
            optional
            autoComplete={`billing address-line${place + 1}`}
            error={errors.lines?.[place]?.text?.message}
            {...form.register(`lines.${place}.text`)}
          />
        ))}
        <div className="grid gap-5 sm:grid-cols-[1fr_2fr]">
          <TextField
            label={words.postalCode}
            optional
            autoComplete="billing postal-code"
            error={errors.postalCode?.message}
            {...form.register('postalCode')}
          />
          <TextField
            label={words.city}
            optional
            autoComplete="billing address-level2"
            error={errors.city?.message}
            {...form.register('city')}
          />
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label={words.region}
            optional
            autoComplete="billing address-level1"
            error={errors.region?.message}
            {...form.register('region')}
          />
          <SelectField
            label={words.country}
            optional
            autoComplete="billing country"
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
          label={words.taxNumber}
          help={words.taxNumberHelp}
          optional
          autoComplete="off"
          error={errors.taxNumber?.message}
          {...form.register('taxNumber')}
        />
        <TextField
          label={words.reference}
          help={words.referenceHelp}
          optional
          autoComplete="off"
          error={errors.reference?.message}
          {...form.register('reference')}
        />
        <Button type="submit" busy={isLoading}>
          {words.save}
        </Button>
      </form>
    </Card>
  )
}
