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
import { linkSentTo } from '@/features/auth/mail-words'
import * as words from '@/features/auth/words'

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
    <Page title={words.forgotPassword} width="narrow" intro={words.forgotIntro}>
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          {sent && (
            <Notice tone="success" live title={words.checkMail}>
              {linkSentTo(sent)}
            </Notice>
          )}
          <TextField
            label={words.emailAddress}
            type="email"
            autoComplete="email"
            error={errors.email?.message}
            {...form.register('email', { required: words.emailMissing })}
          />
          <Button type="submit" busy={busy} className="w-full">
            {sent ? words.sendAnotherLink : words.sendLink}
          </Button>
        </form>
      </Card>
      <p className="mt-5 text-center text-ink-muted">
        <Link to={paths.login()} className="link">
          {words.backToLogIn}
        </Link>
      </p>
    </Page>
  )
}
