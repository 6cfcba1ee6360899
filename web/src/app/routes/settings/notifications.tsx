import { useNoticePreferencesQuery } from '@/api/notification-settings-api'
import { Page, Section } from '@/components/layout/page'
import { SettingsTabs } from '@/components/layout/settings-tabs'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { SettingsForm } from '@/features/notifications/settings-form'
import { ThisBrowser } from '@/features/notifications/this-browser'
import * as words from '@/features/notifications/words'
import { MailNotice } from '@/features/security/mail-notice'

/** What somebody hears of, and where. */
export default function NotificationSettings() {
  const query = useNoticePreferencesQuery()
  return (
    <Page title={words.notifications} width="form" intro={words.intro}>
      <SettingsTabs />
      <MailNotice className="mb-8" />
      {query.data ? (
        <SettingsForm stored={query.data} isAsking={query.isFetching} onStale={() => void query.refetch()} />
      ) : query.isError ? (
        <ErrorState
          error={query.error}
          title={words.settingsNotLoaded}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      ) : (
        <SettingsLoading />
      )}
      {query.data && (
        <Section title={words.thisBrowser}>
          <Card>
            <ThisBrowser />
          </Card>
        </Section>
      )}
    </Page>
  )
}

function SettingsLoading() {
  return (
    <Loading label={words.loadingSettings}>
      <Skeleton className="h-7 w-44" />
      <Skeleton className="mt-3 h-[48rem] rounded-card" />
    </Loading>
  )
}
