import { NewPasswordField } from '@/components/form/new-password-field'
import { PasswordField } from '@/components/form/password-field'
import { Page, Section } from '@/components/layout/page'
import { SettingsTabs } from '@/components/layout/settings-tabs'
import { Card } from '@/components/ui/card'
import { notify } from '@/components/ui/notify'
import { newPassword } from '@/features/auth/new-password'
import { ActivityList } from '@/features/security/activity-list'
import { SecurityForm } from '@/features/security/security-form'
import { Sessions } from '@/features/security/sessions'
import { TwoStep } from '@/features/security/two-step'
import { securityApi } from '@/api/security-api'
import { useUser } from '@/lib/session'
import { useAppDispatch } from '@/lib/store-parts'

export default function Security() {
  const user = useUser()
  if (!user) return null
  return (
    <Page title="Security" width="form">
      <SettingsTabs />
      <Section title="Password">
        <ChangePassword />
      </Section>
      <Section title="Two-step log-in">
        <TwoStep user={user} />
      </Section>
      <Section title="Where you are signed in">
        <Sessions />
      </Section>
      <Section title="What happened to your account">
        <Card>
          <ActivityList />
        </Card>
      </Section>
    </Page>
  )
}

interface Values {
  current: string
  /** Not `password`: the dialog of two-step log-in has a field of that name on the same page. */
  newPassword: string
}

function ChangePassword() {
  const dispatch = useAppDispatch()

  async function change({ current, newPassword: password }: Values): Promise<void> {
    const { changePassword } = await import('@/api/auth')
    await changePassword({ current, password })
    dispatch(securityApi.util.invalidateTags(['Session', 'Activity']))
    notify.success('Your password was changed. All other sessions were ended.')
  }

  return (
    <Card>
      <SecurityForm<Values>
        values={{ current: '', newPassword: '' }}
        rename={{ password: 'newPassword' }}
        label="Change the password"
        send={change}
      >
        {({ register, formState }) => (
          <>
            <PasswordField
              label="Current password"
              autoComplete="current-password"
              error={formState.errors.current?.message}
              {...register('current', { required: 'Enter your current password.' })}
            />
            <NewPasswordField
              label="New password"
              help="At least 10 characters. All other sessions are ended."
              autoComplete="new-password"
              error={formState.errors.newPassword?.message}
              {...register('newPassword', newPassword)}
            />
          </>
        )}
      </SecurityForm>
    </Card>
  )
}
