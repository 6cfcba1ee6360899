import { Toaster } from '../ui/toaster'
import LiveStatus from './live-status'
import MainNav from './main-nav'

/** What ends the frame for people who are signed in: the tab bar on phones, and above it the notes. */
export default function OwnEnd({ userId }: { userId: string }) {
  return (
    <>
      <nav
        aria-label="Main"
        className="no-print fixed inset-x-0 bottom-0 z-30 h-16 border-t border-line bg-surface sm:hidden"
      >
        <MainNav place="bar" />
      </nav>
      <div className="no-print pointer-events-none fixed inset-x-0 bottom-20 z-30 flex flex-col items-center gap-2 px-4 sm:bottom-6">
        <Toaster />
        <LiveStatus key={userId} />
      </div>
    </>
  )
}
