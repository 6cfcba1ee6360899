import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, useLocation } from 'react-router'
import type { ApiProblem } from '@/api/problem'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { NewPasswordField } from '@/components/form/new-password-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Page } from '@/components/layout/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { loadAuth } from '@/features/auth/load-auth'
import { newPassword } from '@/features/auth/new-password'
import * as words from '@/features/auth/words'
import * as common from '@/words/common'

export default function ResetPassword() {
  // In the fragment, which browsers never send: no server's log holds the token.
  const { hash } = useLocation()
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  const [attempts, failed] = useAttempts()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const form = useForm({ defaultValues: { password: '' }, shouldFocusError: false })
  const { errors } = form.formState

  const submit = form.handleSubmit(async ({ password }) => {
    setBusy(true)
    try {
      const { resetPassword } = await loadAuth()
      await resetPassword({ token, password })
      setDone(true)
    } catch (error) {
      applyProblem(error as ApiProblem, form.setError, (name) => name === 'password')
      failed()
    } finally {
      setBusy(false)
    }
  }, failed)

  if (done) {
    return (
      <Page title={words.newPasswordSet} width="narrow">
        <Notice tone="success" live title={words.sessionsEnded}>
          {words.logInWithIt}
        </Notice>
        <ButtonLink to={paths.login()} className="mt-5 w-full">
          {common.logIn}
        </ButtonLink>
      </Page>
    )
  }
  return (
    <Page title={words.setNewPassword} width="narrow">
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          <NewPasswordField
            label={words.newPassword}
            help={words.newPasswordHelp}
            autoComplete="new-password"
            error={errors.password?.message}
            {...form.register('password', newPassword)}
          />
          <Button type="submit" busy={busy} className="w-full">
            {words.setPassword}
          </Button>
        </form>
      </Card>
      <p className="mt-5 text-center text-ink-muted">
        {words.linkTooOld}{' '}
        <Link to={paths.forgotPassword()} className="link">
          {words.askForAnother}
        </Link>
      </p>
    </Page>
  )
}
