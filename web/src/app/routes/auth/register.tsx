import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import type { ApiProblem } from '@/api/problem'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { NewPasswordField } from '@/components/form/new-password-field'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { paths, safeNext } from '@/config/paths'
import { loadAuth } from '@/features/auth/load-auth'
import { newPassword } from '@/features/auth/new-password'
import { verifying } from '@/features/auth/verifying'
import * as words from '@/features/auth/words'
import { cx } from '@/lib/class-names'
import { useSession } from '@/lib/session'
import * as common from '@/words/common'

interface Values {
  name: string
  email: string
  password: string
  role: 'client' | 'freelancer' | 'both'
}

const roles = [
  {
    value: 'client',
    label: words.toHire,
    text: words.toHireText,
    icon: 'tasks',
  },
  {
    value: 'freelancer',
    label: words.toWork,
    text: words.toWorkText,
    icon: 'bids',
  },
  {
    value: 'both',
    label: words.both,
    text: words.bothText,
    icon: 'swap',
  },
] as const

export default function Register() {
  const { status } = useSession()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [attempts, failed] = useAttempts()
  const [busy, setBusy] = useState(false)
  const wanted = params.get('role') === 'freelancer' ? 'freelancer' : 'client'
  const form = useForm<Values>({
    defaultValues: { name: '', email: '', password: '', role: wanted },
    shouldFocusError: false,
  })
  const { errors } = form.formState
  const role = useWatch({ control: form.control, name: 'role' })
  const next = params.get('next')
  if (status === 'signed-in') return <Navigate to={safeNext(next)} replace />

  const submit = form.handleSubmit(async (values) => {
    setBusy(true)
    try {
      const { register: signUp } = await loadAuth()
      const { role, ...rest } = values
      await signUp({ ...rest, roles: role === 'both' ? ['client', 'freelancer'] : [role] })
      verifying.set(values.email)
      void navigate(paths.verifyEmail(next))
    } catch (error) {
      applyProblem(error as ApiProblem, form.setError, (name) => name in values)
      failed()
    } finally {
      setBusy(false)
    }
  }, failed)

  return (
    <Page title={words.createYourAccount} width="narrow">
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          <fieldset>
            <legend className="mb-1.5 text-sm font-semibold">{words.whatBringsYou}</legend>
            <div className="grid gap-3 sm:grid-cols-2 sm:*:last:col-span-2">
              {roles.map(({ value, label, text, icon }) => (
                <label
                  key={value}
                  className={cx(
                    'cursor-pointer rounded-md border p-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
                    role === value ? 'border-accent bg-accent-soft' : 'border-edge',
                  )}
                >
                  <input type="radio" value={value} className="sr-only" {...form.register('role')} />
                  <span className="flex items-center gap-2 font-semibold">
                    <Icon name={icon} />
                    {label}
                  </span>
                  <span className="mt-1 block text-sm text-ink-muted">{text}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <TextField
            label={words.name}
            help={words.nameHelp}
            autoComplete="name"
            error={errors.name?.message}
            {...form.register('name', {
              required: words.nameMissing,
              maxLength: { value: 80, message: words.nameLong },
            })}
          />
          <TextField
            label={words.emailAddress}
            type="email"
            autoComplete="email"
            error={errors.email?.message}
            {...form.register('email', {
              required: words.emailMissing,
              pattern: {
                value: /^\S+@\S+\.\S+$/,
                message: words.emailWrong,
              },
            })}
          />
          <NewPasswordField
            label={words.password}
            help={words.newPasswordHelp}
            autoComplete="new-password"
            error={errors.password?.message}
            {...form.register('password', newPassword)}
          />
          <Button type="submit" busy={busy} className="w-full">
            {words.createAccount}
          </Button>
        </form>
      </Card>
      <p className="mt-5 text-center text-ink-muted">
        {words.haveAccount}{' '}
        <Link to={paths.login(next)} className="link">
          {common.logIn}
        </Link>
      </p>
    </Page>
  )
}
