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
import * as words from '@/features/security/words'
import { useUser } from '@/lib/session'
import { useAppDispatch } from '@/lib/store-parts'

export default function Security() {
  const user = useUser()
  if (!user) return null
  return (
    <Page title={words.security} width="form">
      <SettingsTabs />
      <Section title={words.password}>
        <ChangePassword />
      </Section>
      <Section title={words.twoStep}>
        <TwoStep user={user} />
      </Section>
      <Section title={words.whereLoggedIn}>
        <Sessions />
      </Section>
      <Section title={words.whatHappened}>
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
    notify.success(words.passwordChanged)
  }

  return (
    <Card>
      <SecurityForm<Values>
        values={{ current: '', newPassword: '' }}
        rename={{ password: 'newPassword' }}
        label={words.changePassword}
        send={change}
      >
        {({ register, formState }) => (
          <>
            <PasswordField
              label={words.currentPassword}
              autoComplete="current-password"
              error={formState.errors.current?.message}
              {...register('current', { required: words.currentPasswordMissing })}
            />
            <NewPasswordField
              label={words.newPassword}
              help={words.newPasswordHelp}
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
