import type { ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import { useSession, useView } from '@/lib/session'
import { Announcer } from '../ui/announcer'
import { Icon } from '../ui/icon'
import { Logo } from '../ui/logo'
import { destinations } from './destinations'
import { TopActions } from './top-actions'
import { TopSearch } from './top-search'

/** The frame of every page: top bar, a rail from 1024 px on, a tab bar on phones. */
export function Shell({ children }: { children: ReactNode }) {
  const { user } = useSession()
  const view = useView()
  const { pathname } = useLocation()
  const items = user ? destinations(view) : []
  return (
    <div className={cx('flex min-h-dvh flex-col', user && 'pb-16 sm:pb-0')}>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3"
      >
        Skip to content
      </a>
      <header className="no-print sticky top-0 z-30 border-b border-line bg-surface">
        <div
          className={cx(
            'mx-auto flex h-16 items-center justify-between gap-3 px-4 sm:px-6',
            user ? 'max-w-shell' : 'max-w-page',
          )}
        >
          <Link
            to={user ? paths.dashboard() : paths.home()}
            aria-label="ProConnect"
            className="shrink-0 rounded-md"
          >
            <Logo />
          </Link>
          {pathname !== paths.tasks() && pathname !== paths.home() && <TopSearch />}
          <TopActions />
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-shell flex-1">
        {user && (
          <nav
            aria-label="Main"
            className="no-print hidden w-56 shrink-0 border-r border-line p-4 sm:max-lg:w-16 sm:max-lg:p-2 sm:block"
          >
            <ul className="sticky top-20 space-y-1">
              {items.map(({ to, label, icon }) => (
                <li key={to}>
                  <NavLink
                    to={to}
                    end={to === paths.tasks()}
                    aria-label={label}
                    className={({ isActive }) =>
                      cx(
                        'flex min-h-11 items-center gap-3 rounded-md px-3 text-sm font-semibold sm:max-lg:justify-center',
                        isActive
                          ? 'bg-accent-soft text-accent-text'
                          : 'text-ink-muted hover:bg-sunken hover:text-ink',
                      )
                    }
                  >
                    <Icon name={icon} />
                    <span className="sm:max-lg:hidden">{label}</span>
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main id="main" key={pathname.split('/')[1]} className="min-w-0 flex-1">
          {children}
        </main>
      </div>
      {user && (
        <nav
          aria-label="Main"
          className="no-print fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface sm:hidden"
        >
          <ul className="flex">
            {items.map(({ to, label, icon }) => (
              <li key={to} className="flex-1">
                <NavLink
                  to={to}
                  end={to === paths.tasks()}
                  className={({ isActive }) =>
                    cx(
                      'flex h-16 flex-col items-center justify-center gap-1 text-xs font-semibold',
                      isActive ? 'text-accent-text' : 'text-ink-muted',
                    )
                  }
                >
                  <Icon name={icon} />
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Announcer />
    </div>
  )
}
