import { NavLink } from 'react-router'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'

const pages = [
  { to: paths.settings(), label: 'Account' },
  { to: paths.editProfile(), label: 'Profile' },
  { to: paths.security(), label: 'Security' },
]

/** The pages of one's own account, beside each other. */
export function SettingsTabs() {
  return (
    <nav aria-label="Settings" className="mb-6 border-b border-line">
      <ul className="flex gap-1">
        {pages.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              end
              className={({ isActive }) =>
                cx(
                  '-mb-px inline-flex min-h-11 items-center border-b-2 px-3 font-semibold',
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
