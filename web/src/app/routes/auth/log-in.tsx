import { type FormEvent, useState } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import type { ApiProblem } from '@/api/problem'
import { ErrorSummary } from '@/components/form/error-summary'
import type { FormError } from '@/components/form/form-errors'
import { PasswordField } from '@/components/form/password-field'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { paths, safeNext } from '@/config/paths'
import * as words from '@/features/auth/words'
import { useSession } from '@/lib/session'
import { loadAuth } from '@/features/auth/load-auth'
import { verifying } from '@/features/auth/verifying'
import * as common from '@/words/common'

/** The code is asked for only after the password: whoever types goes on there. */
const focus = (input: HTMLInputElement | null) => input?.focus()

export default function LogIn() {
  const { status, expired } = useSession()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [attempts, failed] = useAttempts()
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FormError[]>([])
  const [second, setSecond] = useState(false)
  const next = params.get('next')
  if (status === 'signed-in') return <Navigate to={safeNext(next)} replace />

  // Two fields: React Hook Form would cost this page more than it saves (its weight has a budget).
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email')).trim()
    const password = String(form.get('password'))
    const missing: FormError[] = []
    if (!email) missing.push({ name: 'email', message: words.emailMissing })
    if (!password) missing.push({ name: 'password', message: words.passwordMissing })
    setErrors(missing)
    if (missing.length > 0) return failed()
    setBusy(true)
    try {
      const { logIn } = await loadAuth()
      await logIn({ email, password, code: second ? String(form.get('code')) : undefined })
    } catch (error) {
      refuse(error as ApiProblem, email)
    } finally {
      setBusy(false)
    }
  }

  function refuse(problem: ApiProblem, email: string): void {
    if (problem.code === 'email_not_verified') {
      verifying.set(email)
      void navigate(paths.verifyEmail(next))
      return
    }
    if (problem.code === 'totp_required' && !second) return setSecond(true)
    const name = second && problem.code.endsWith('totp') ? 'code' : ''
    setErrors([{ name, message: problem.detail }])
    failed()
  }

  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message

  return (
    <Page title={common.logIn} width="narrow">
      {expired && (
        <p role="status" className="mb-4 rounded-md bg-info-soft p-4 text-sm">
          <strong className="text-info">{words.sessionEnded}</strong> {words.sessionEndedText}
        </p>
      )}
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={errors} attempt={attempts} />
          <TextField
            label={words.emailAddress}
            type="email"
            autoComplete="email"
            name="email"
            error={errorOf('email')}
          />
          <PasswordField
            label={words.password}
            autoComplete="current-password"
            name="password"
            error={errorOf('password')}
          />
          {second && (
            <TextField
              label={words.code}
              help={words.secondStepHelp}
              autoComplete="one-time-code"
              ref={focus}
              name="code"
              error={errorOf('code')}
            />
          )}
          <Button type="submit" busy={busy} className="w-full">
            {common.logIn}
          </Button>
        </form>
      </Card>
      <p className="mt-5 text-center text-ink-muted">
        {words.newHere}{' '}
        <Link to={paths.register({ next })} className="link">
          {words.createAnAccount}
        </Link>{' '}
        ·{' '}
        <Link to={paths.forgotPassword()} className="link">
          {words.forgotPassword}
        </Link>
      </p>
    </Page>
  )
}
