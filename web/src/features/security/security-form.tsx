import type { ReactNode } from 'react'
import { type FieldValues, type Path, type DefaultValues, useForm, type UseFormReturn } from 'react-hook-form'
import { toProblem } from '@/api/problem'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { useAttempts } from '@/components/form/use-attempts'
import { Button } from '@/components/ui/button'

interface Props<T extends FieldValues> {
  values: DefaultValues<T>
  /** Sends it; a refusal is put beside its fields. */
  send: (values: T) => Promise<unknown>
  label: string
  danger?: boolean
  /** Where a refusal without a field belongs, such as a wrong code. */
  codes?: Partial<Record<string, Path<T>>>
  /** Where the request names a field otherwise than the form. */
  rename?: Record<string, string>
  children: (form: UseFormReturn<T>) => ReactNode
}

/** A short form about the account's security: its errors, its one button. */
export function SecurityForm<T extends FieldValues>({
  values,
  send,
  label,
  danger,
  codes,
  rename,
  children,
}: Props<T>) {
  const [attempts, failed] = useAttempts()
  const form = useForm<T>({ defaultValues: values, shouldFocusError: false })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (given) => {
    try {
      await send(given)
      form.reset()
    } catch (error) {
      const problem = toProblem(error)
      const field = codes?.[problem.code]
      if (field) form.setError(field, { type: problem.code, message: problem.detail })
      else applyProblem(problem, form.setError, (name) => name in given, rename)
      failed()
    }
  }, failed)
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
      <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
      {children(form)}
      <Button type="submit" variant={danger ? 'danger' : undefined} busy={isSubmitting}>
        {label}
      </Button>
    </form>
  )
}
