import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { ApiProblem } from '@/api/problem'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { loadAuth } from '@/features/auth/load-auth'

export default function ForgotPassword() {
  const [attempts, failed] = useAttempts()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState('')
  const form = useForm({ defaultValues: { email: '' }, shouldFocusError: false })
  const { errors } = form.formState

  const submit = form.handleSubmit(async ({ email }) => {
    setBusy(true)
    try {
      const { forgotPassword } = await loadAuth()
      await forgotPassword(email)
      setSent(email)
    } catch (error) {
      setSent('')
      applyProblem(error as ApiProblem, form.setError, (name) => name === 'email')
      failed()
    } finally {
      setBusy(false)
    }
  }, failed)

  return (
    <Page title="Forgot your password?" width="narrow" intro="We send you a link to set a new one.">
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          {sent && (
            <Notice tone="success" live title="Check your mail">
              If there is an account for {sent}, a link is on its way. It works once, for 30 minutes.
            </Notice>
          )}
          <TextField
            label="E-mail address"
            type="email"
            autoComplete="email"
            error={errors.email?.message}
            {...form.register('email', { required: 'Enter your e-mail address.' })}
          />
          <Button type="submit" busy={busy} className="w-full">
            {sent ? 'Send another link' : 'Send the link'}
          </Button>
        </form>
      </Card>
      <p className="mt-5 text-center text-ink-muted">
        <Link to={paths.login()} className="link">
          Back to log in
        </Link>
      </p>
    </Page>
  )
}
