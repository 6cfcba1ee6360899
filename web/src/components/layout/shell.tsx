import { lazy, type ReactNode, Suspense } from 'react'
import { Link, useLocation } from 'react-router'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import { useSession } from '@/lib/session'
import * as common from '@/words/common'
import { Announcer } from '../ui/announcer'
import { Logo } from '../ui/logo'
import { fitOf } from './fit'
import { TopActions } from './top-actions'
import * as words from './words'

// Only people who are signed in need it; its place is kept free until it is there.
const MainNav = lazy(() => import('./main-nav'))
const TopSearch = lazy(() => import('./top-search'))
const ShellEnd = lazy(() => import('./shell-end'))
const withoutSearch = [paths.home(), paths.tasks(), paths.login(), paths.register(), paths.verifyEmail()]

/** The frame of every page: top bar, a rail from 1024 px on, a tab bar on phones. */
export function Shell({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  const { user, status } = useSession()
  const { pathname } = useLocation()
  // While a session is restored its frame is there already, so that nothing moves when the person is known.
  const framed = user !== null || status === 'restoring' || status === 'waiting'
  return (
    <div
      data-fit={fitOf(pathname) ?? undefined}
      className={cx('flex min-h-dvh flex-col', framed && 'pb-16 sm:pb-0')}
    >
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3"
      >
        {words.skip}
      </a>
      <header className="no-print sticky top-0 z-30 border-b border-line bg-surface">
        <div
          className={cx(
            'mx-auto flex h-16 items-center justify-between gap-3 px-4 sm:px-6',
            framed ? 'max-w-shell' : 'max-w-page',
          )}
        >
          <Link
            to={user ? paths.dashboard() : paths.home()}
            aria-label={common.product}
            className="shrink-0 rounded-md"
          >
            <Logo compact={framed} />
          </Link>
          {!withoutSearch.includes(pathname) && (
            <Suspense>
              <TopSearch />
            </Suspense>
          )}
          <TopActions />
        </div>
      </header>
      {/* As high as the screen, so that the footer is below it from the start and does not move into view and out. */}
      <div className="mx-auto flex min-h-dvh w-full max-w-shell flex-1">
        {framed && (
          <nav
            aria-label={words.main}
            className="no-print hidden w-56 shrink-0 border-r border-line p-4 sm:max-lg:w-16 sm:max-lg:p-2 sm:block"
          >
            {user && (
              <Suspense>
                <MainNav place="rail" />
              </Suspense>
            )}
          </nav>
        )}
        <main id="main" data-part tabIndex={-1} key={pathname.split('/')[1]} className="min-w-0 flex-1">
          {children}
        </main>
        <Suspense>{aside}</Suspense>
      </div>
      <Suspense>
        <ShellEnd />
      </Suspense>
      <Announcer />
    </div>
  )
}
