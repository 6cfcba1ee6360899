import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { PasswordField } from '@/components/form/password-field'
import * as words from './password-proof-words'

/** Where somebody shows that it is them, in a form that has a `password` beside whatever else. */
export function PasswordProof<T extends { password: string }>({ form }: { form: UseFormReturn<T> }) {
  const name = 'password' as FieldPath<T>
  return (
    <PasswordField
      label={words.password}
      autoComplete="current-password"
      error={form.getFieldState(name, form.formState).error?.message}
      {...form.register(name, { required: words.passwordMissing })}
    />
  )
}
