import { lazy, Suspense, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useMeQuery } from '@/api/people-api'
import { Page, Section } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { SettingsTabs } from '@/components/layout/settings-tabs'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { avatarHeight } from '@/features/people/avatar-height'
import * as words from '@/features/people/form-words'
import { PortfolioEditor } from '@/features/people/portfolio-editor'
import { ProfileForm } from '@/features/people/profile-form'
import { cx } from '@/lib/class-names'

const AvatarEditor = lazy(() => import('@/features/people/avatar-editor'))

export default function EditProfile() {
  const query = useMeQuery()
  const { hash } = useLocation()
  const portfolio = useRef<HTMLDivElement>(null)
  const loaded = !!query.data

  // The bid form leads to the portfolio, which is far down on a phone. After the page has taken focus to its heading.
  useEffect(() => {
    if (!loaded || hash !== '#portfolio') return
    portfolio.current?.scrollIntoView()
    portfolio.current?.focus({ preventScroll: true })
  }, [loaded, hash])

  if (!query.data && !query.isError) return <PageLoading />
  return (
    <Page
      title={words.profile}
      width="form"
      intro={words.intro}
      actions={
        query.data && (
          <ButtonLink to={paths.profile(query.data.id)} variant="secondary" icon="eye">
            {words.see}
          </ButtonLink>
        )
      }
    >
      <SettingsTabs />
      {query.data ? (
        <>
          <Suspense
            fallback={
              <Skeleton className={cx('mb-6 rounded-card', avatarHeight(query.data.profile.avatarId))} />
            }
          >
            <AvatarEditor avatarId={query.data.profile.avatarId} />
          </Suspense>
          <ProfileForm profile={query.data.profile} />
          <div ref={portfolio} tabIndex={-1} className="mt-8 scroll-mt-20">
            <Section title={words.portfolio}>
              <PortfolioEditor items={query.data.profile.portfolio} />
            </Section>
          </div>
        </>
      ) : (
        <ErrorState
          error={query.error}
          title={words.profileNotLoaded}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      )}
    </Page>
  )
}
