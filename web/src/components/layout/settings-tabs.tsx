import { NavLink } from 'react-router'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import * as words from './words'

const pages = [
  { to: paths.settings(), label: words.account },
  { to: paths.editProfile(), label: words.profile },
  { to: paths.security(), label: words.security },
  { to: paths.notificationSettings(), label: words.notifications },
]

/** The pages of one's own account, beside each other. */
export function SettingsTabs() {
  return (
    <nav aria-label={words.settings} className="mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-1">
        {pages.map(({ to, label }) => (
          <li key={to} className="min-w-0 max-w-full">
            <NavLink
              to={to}
              end
              className={({ isActive }) =>
                cx(
                  '-mb-px inline-flex max-w-full min-h-11 items-center border-b-2 px-3 font-semibold wrap-anywhere max-sm:px-2',
                  isActive ? 'border-accent text-ink' : 'border-transparent text-ink-muted hover:text-ink',
                )
              }
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
