import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useLocation } from 'react-router'
import { useUpdateMeMutation } from '@/api/people-api'
import { toProblem } from '@/api/problem'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { Page, Section } from '@/components/layout/page'
import { SettingsTabs } from '@/components/layout/settings-tabs'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { Skeleton } from '@/components/ui/skeleton'
import * as chat from '@/features/chat/words'
import * as billing from '@/features/payments/billing-words'
import { DeleteAccount } from '@/features/security/delete-account'
import { MailNotice } from '@/features/security/mail-notice'
import { saveFile } from '@/lib/save-file'
import { hasRole, useUser } from '@/lib/session'
import * as words from './words'

const BillingForm = lazy(() => import('@/features/payments/billing-form'))
const BlockedPeople = lazy(() => import('@/features/chat/blocked-people'))

export default function Settings() {
  return (
    <Page title={words.account} width="form">
      <SettingsTabs />
      <MailNotice className="mb-8" />
      <Name />
      <Roles />
      <Billing />
      <Data />
      <Section title={chat.blockedPeople}>
        <Suspense fallback={<Skeleton className="h-24 rounded-card" />}>
          <BlockedPeople />
        </Suspense>
      </Section>
      <Section title={words.closeAccount}>
        <DeleteAccount />
      </Section>
    </Page>
  )
}

function Name() {
  const user = useUser()
  const [attempts, failed] = useAttempts()
  const [update, { isLoading }] = useUpdateMeMutation()
  const form = useForm({ defaultValues: { name: user?.name ?? '' }, shouldFocusError: false })
  const { errors } = form.formState
  const submit = form.handleSubmit(async ({ name }) => {
    const result = await update({ name })
    if ('error' in result) {
      applyProblem(toProblem(result.error), form.setError, (field) => field === 'name')
      failed()
    } else notify.success(words.nameSaved)
  }, failed)
  return (
    <Section title={words.you}>
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          <TextField
            label={words.name}
            help={words.nameHelp}
            autoComplete="name"
            error={errors.name?.message}
            {...form.register('name', { required: words.nameMissing })}
          />
          <p className="text-sm text-ink-muted">
            {words.youLogInWith(<strong className="text-ink">{user?.email}</strong>)}
          </p>
          <Button type="submit" busy={isLoading}>
            {words.save}
          </Button>
        </form>
      </Card>
    </Section>
  )
}

/** Client and freelancer in one account: the missing one can be added. */
function Roles() {
  const user = useUser()
  const [update, { isLoading, error }] = useUpdateMeMutation()
  if (!user) return null
  const client = hasRole(user, 'client')
  const freelancer = hasRole(user, 'freelancer')
  if (!client && !freelancer) return null
  const missing = client ? 'freelancer' : 'client'
  return (
    <Section title={words.roles}>
      <Card>
        {client && freelancer ? (
          <p>{words.both}</p>
        ) : (
          <>
            <p>{client ? words.onlyClient : words.onlyFreelancer}</p>
            {error && (
              <Notice tone="danger" live className="mt-4">
                {toProblem(error).detail}
              </Notice>
            )}
            <Button
              variant="secondary"
              className="mt-4"
              busy={isLoading}
              onClick={() => void update({ roles: [...user.roles, missing] })}
            >
              {missing === 'client' ? words.becomeClient : words.becomeFreelancer}
            </Button>
          </>
        )}
      </Card>
    </Section>
  )
}

/** What stands on one's invoices. The page of payments and each invoice lead here. */
function Billing() {
  const { hash } = useLocation()
  const place = useRef<HTMLDivElement>(null)
  // After the page has taken focus to its heading.
  useEffect(() => {
    if (hash !== '#billing') return
    place.current?.scrollIntoView()
    place.current?.focus({ preventScroll: true })
  }, [hash])
  return (
    <div ref={place} tabIndex={-1} className="mt-8 scroll-mt-20">
      <Section title={billing.onInvoices}>
        <Suspense fallback={<Skeleton className="h-[48rem] rounded-card" />}>
          <BillingForm />
        </Suspense>
      </Section>
    </div>
  )
}

function Data() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function download(): Promise<void> {
    setBusy(true)
    setProblem('')
    try {
      const { exportData } = await import('@/api/export')
      saveFile('proconnect-data.json', await exportData())
    } catch (error) {
      setProblem(toProblem(error).detail)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Section title={words.yourData}>
      <Card>
        <p>{words.yourDataText}</p>
        {problem && (
          <Notice tone="danger" live className="mt-4">
            {problem}
          </Notice>
        )}
        <Button
          variant="secondary"
          icon="arrow-down"
          className="mt-4"
          busy={busy}
          onClick={() => void download()}
        >
          {words.downloadData}
        </Button>
      </Card>
    </Section>
  )
}
