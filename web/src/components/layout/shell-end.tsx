import LiveStatus from './live-status'
import MainNav from './main-nav'

/** What ends the frame for people who are signed in: the tab bar on phones, and the live connection with its note. */
export default function ShellEnd({ userId }: { userId: string }) {
  return (
    <>
      <nav
        aria-label="Main"
        className="no-print fixed inset-x-0 bottom-0 z-30 h-16 border-t border-line bg-surface sm:hidden"
      >
        <MainNav place="bar" />
      </nav>
      <LiveStatus key={userId} />
    </>
  )
}
