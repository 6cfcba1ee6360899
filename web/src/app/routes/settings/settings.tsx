import { useState } from 'react'
import { useForm } from 'react-hook-form'
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
import { DeleteAccount } from '@/features/security/delete-account'
import { saveFile } from '@/lib/save-file'
import { hasRole, useUser } from '@/lib/session'

export default function Settings() {
  return (
    <Page title="Account" width="form">
      <SettingsTabs />
      <Name />
      <Roles />
      <Data />
      <Section title="Close the account">
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
    } else notify.success('Your name is saved.')
  }, failed)
  return (
    <Section title="You">
      <Card>
        <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
          <ErrorSummary errors={listErrors(errors)} attempt={attempts} />
          <TextField
            label="Name"
            help="As others see it."
            autoComplete="name"
            error={errors.name?.message}
            {...form.register('name', { required: 'Enter your name.' })}
          />
          <p className="text-sm text-ink-muted">
            You log in with <strong className="text-ink">{user?.email}</strong>.
          </p>
          <Button type="submit" busy={isLoading}>
            Save
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
    <Section title="Roles">
      <Card>
        {client && freelancer ? (
          <p>
            You hire and you work. The switch on your dashboard and in the account menu shows either side.
          </p>
        ) : (
          <>
            <p>
              {client
                ? 'You are a client. Become a freelancer too, and you can bid on tasks and be paid.'
                : 'You are a freelancer. Become a client too, and you can post tasks and hire.'}
            </p>
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
              Become a {missing} too
            </Button>
          </>
        )}
      </Card>
    </Section>
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
    <Section title="Your data">
      <Card>
        <p>
          Everything that is kept about you, as a JSON file: account, profile, tasks, bids, contracts,
          payments.
        </p>
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
          Download your data
        </Button>
      </Card>
    </Section>
  )
}
