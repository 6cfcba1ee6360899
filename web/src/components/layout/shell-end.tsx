import { lazy, Suspense } from 'react'
import { useLocation } from 'react-router'
import { cx } from '@/lib/class-names'
import { useSession } from '@/lib/session'
import { fitOf } from './fit'
import { OfflineBanner } from './offline-banner'
import { SiteFooter } from './site-footer'
import * as words from './words'

const MainNav = lazy(() => import('./main-nav'))
const OwnNotes = lazy(() => import('./own-notes'))

/** What ends the frame: the footer, the tab bar on phones, and the notes that lie over the page. It comes after the page itself. */
export default function ShellEnd() {
  const { user } = useSession()
  const fit = fitOf(useLocation().pathname)
  return (
    <>
      {!fit && <SiteFooter />}
      {user && fit !== 'room' && (
        <nav
          aria-label={words.main}
          className="no-print fixed inset-x-0 bottom-0 z-30 h-16 border-t border-line bg-surface sm:hidden"
        >
          <Suspense>
            <MainNav place="bar" />
          </Suspense>
        </nav>
      )}
      {/* At the foot, above the tab bar: at the top they would cover what a page begins with. */}
      <div
        className={cx(
          'no-print pointer-events-none fixed inset-x-0 z-30 flex flex-col items-center gap-2 px-4',
          fit ? 'bottom-24' : user ? 'bottom-20 sm:bottom-6' : 'bottom-6',
        )}
      >
        {user && (
          <Suspense>
            <OwnNotes userId={user.id} />
          </Suspense>
        )}
        <OfflineBanner />
      </div>
    </>
  )
}
