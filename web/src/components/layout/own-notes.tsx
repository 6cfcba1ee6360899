import { lazy, Suspense } from 'react'
import { Toaster } from '../ui/toaster'
import LiveStatus from './live-status'
import { TitleCount } from './title-count'

const LiveNotices = lazy(() => import('../notifications/live-notices'))

/** What is noted to people who are signed in: what they have just done, and that the live connection is away. */
export default function OwnNotes({ userId }: { userId: string }) {
  return (
    <>
      <Toaster />
      <TitleCount />
      <LiveStatus key={userId} />
      <Suspense>
        <LiveNotices key={userId} userId={userId} />
      </Suspense>
    </>
  )
}
