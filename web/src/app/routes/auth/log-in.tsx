import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { logIn } from '@/api/auth'
import type { ApiProblem } from '@/api/problem'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { PasswordField } from '@/components/form/password-field'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { paths, safeNext } from '@/config/paths'
import { useSession } from '@/lib/session'
import { verifying } from '@/features/auth/verifying'

interface Values {
  email: string
  password: string
}

export default function LogIn() {
  const { status, expired } = useSession()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [attempts, failed] = useAttempts()
  const [busy, setBusy] = useState(false)
  const form = useForm<Values>({ defaultValues: { email: '', password: '' } })
  const { errors } = form.formState
  const next = params.get('next')
  if (status === 'signed-in') return <Navigate to={safeNext(next)} replace />

  const submit = form.handleSubmit(async (values) => {
    setBusy(true)
    try {
      await logIn(values)
    } catch (error) {
      const problem = error as ApiProblem
      if (problem.code === 'email_not_verified') {
        verifying.set(values.email)
        void navigate(paths.verifyEmail(next))
        return
      }
      applyProblem(problem, form.setError, (name) => name in values)
      failed()
    } finally {
      setBusy(false)
    }
  }, failed)

  return (
    <Page title="Log in" width="narrow">
      {expired && (
        <div className="mb-4">
          <Notice tone="info" title="Your session has ended">
            Log in to go on. What you typed into a form is kept.
          </Notice>
        </div>
      )}
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          <TextField
            label="E-mail address"
            type="email"
            autoComplete="email"
            error={errors.email?.message}
            {...form.register('email', { required: 'Enter your e-mail address.' })}
          />
          <PasswordField
            label="Password"
            autoComplete="current-password"
            error={errors.password?.message}
            {...form.register('password', { required: 'Enter your password.' })}
          />
          <Button type="submit" busy={busy} className="w-full">
            Log in
          </Button>
        </form>
      </Card>
      <p className="mt-5 text-center text-ink-muted">
        New here?{' '}
        <Link to={paths.register({ next })} className="link">
          Create an account
        </Link>
      </p>
    </Page>
  )
}
