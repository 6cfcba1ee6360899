import type { FieldErrors, FieldValues, Path, UseFormSetError } from 'react-hook-form'
import type { ApiProblem } from '@/api/problem'

export interface FormError {
  /** The field, or empty when it is about the whole form. */
  name: string
  message: string
}

/** React Hook Form's tree of errors as a list, in the order of the fields. */
export function listErrors(errors: FieldErrors, prefix = ''): FormError[] {
  return Object.entries(errors).flatMap(([key, error]): FormError[] => {
    if (!error) return []
    const name = key === 'root' ? prefix : prefix ? `${prefix}.${key}` : key
    if (typeof error.message === 'string' && error.message) {
      return [{ name: key === 'root' && !prefix ? '' : name, message: error.message }]
    }
    return typeof error === 'object' ? listErrors(error as FieldErrors, name) : []
  })
}

/** `/milestones/0/amount` → `milestones.0.amount`. */
export function fieldOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

/**
 * Puts a refusal where it belongs: each named field gets its message, everything else goes to the whole form.
 * `rename` maps the request's fields to the form's where the two differ.
 */
export function applyProblem<T extends FieldValues>(
  problem: ApiProblem,
  setError: UseFormSetError<T>,
  known: (name: string) => boolean,
  rename: Record<string, string> = {},
): void {
  const lost: string[] = []
  for (const { pointer, message } of problem.errors) {
    const plain = fieldOf(pointer)
    const name = rename[plain] ?? plain
    if (known(name)) setError(name as Path<T>, { type: 'server', message })
    else lost.push(message)
  }
  if (problem.errors.length === 0) lost.push(problem.detail)
  if (lost.length > 0) setError('root', { type: problem.code, message: lost.join(' ') })
}
