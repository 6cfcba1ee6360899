import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, Navigate, useSearchParams } from 'react-router'
import type { ApiProblem } from '@/api/problem'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { paths, safeNext } from '@/config/paths'
import { loadAuth } from '@/features/auth/load-auth'
import { codeSentTo } from '@/features/auth/mail-words'
import { verifying } from '@/features/auth/verifying'
import * as words from '@/features/auth/words'
import { codeDigits, isCode } from '@/lib/code-digits'
import { useSession } from '@/lib/session'

interface Values {
  email: string
  code: string
}

export default function VerifyEmail() {
  const { status } = useSession()
  const [params] = useSearchParams()
  const [attempts, failed] = useAttempts()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const [known] = useState(() => verifying.get())
  const form = useForm<Values>({ defaultValues: { email: known, code: '' }, shouldFocusError: false })
  const { errors } = form.formState
  if (status === 'signed-in') return <Navigate to={safeNext(params.get('next'))} replace />

  const refuse = (error: unknown) => {
    const problem = error as ApiProblem
    if (problem.code === 'invalid_code')
      form.setError('code', { type: problem.code, message: problem.detail })
    else applyProblem(problem, form.setError, (name) => name === 'email' || name === 'code')
    failed()
  }

  const submit = form.handleSubmit(async (values) => {
    setBusy(true)
    setSent(false)
    try {
      const { verifyEmail } = await loadAuth()
      await verifyEmail({ email: values.email, code: codeDigits(values.code) })
      verifying.forget()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }, failed)

  async function again(): Promise<void> {
    try {
      const { resendCode } = await loadAuth()
      await resendCode(form.getValues('email'))
      setSent(true)
    } catch (error) {
      refuse(error)
    }
  }

  return (
    <Page
      title={words.checkMail}
      width="narrow"
      intro={known ? codeSentTo(<strong className="text-ink">{known}</strong>) : words.codeSent}
    >
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          {sent && (
            <Notice tone="success" live title={words.newCodeSent}>
              {words.newCodeSentText}
            </Notice>
          )}
          {!known && (
            <TextField
              label={words.emailAddress}
              type="email"
              autoComplete="email"
              error={errors.email?.message}
              {...form.register('email', { required: words.emailMissing })}
            />
          )}
          <TextField
            label={words.code}
            help={words.codeHelp}
            inputMode="numeric"
            autoComplete="one-time-code"
            className="tabular text-xl tracking-widest"
            error={errors.code?.message}
            {...form.register('code', {
              required: words.codeMissing,
              validate: isCode,
            })}
          />
          <Button type="submit" busy={busy} className="w-full">
            {words.verify}
          </Button>
          <Button variant="quiet" className="w-full" onClick={() => void again()}>
            {words.sendNewCode}
          </Button>
        </form>
      </Card>
      <p className="mt-5 text-center text-ink-muted">
        {words.addressWrong}{' '}
        <Link to={paths.register({ next: params.get('next') })} className="link">
          {words.signUpAgain}
        </Link>
      </p>
    </Page>
  )
}
