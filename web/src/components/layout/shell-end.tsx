import { lazy, Suspense } from 'react'
import { useSession } from '@/lib/session'
import { OfflineBanner } from './offline-banner'
import { SiteFooter } from './site-footer'

const OwnEnd = lazy(() => import('./own-end'))

/** What ends the frame: the footer, and what lies over the page. It comes after the page itself. */
export default function ShellEnd() {
  const { user } = useSession()
  return (
    <>
      <SiteFooter />
      <div className="no-print pointer-events-none fixed inset-x-0 top-20 z-30 flex justify-center px-4">
        <OfflineBanner />
      </div>
      {user && (
        <Suspense>
          <OwnEnd userId={user.id} />
        </Suspense>
      )}
    </>
  )
}
