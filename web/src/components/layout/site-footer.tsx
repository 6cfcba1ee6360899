import { Link } from 'react-router'
import { paths } from '@/config/paths'
import { chooseTheme, type ThemeChoice, useThemeChoice } from '@/lib/theme'
import { Segmented } from '../ui/segmented'

const links = [
  { to: paths.tasks(), label: 'Find work' },
  { to: paths.freelancers(), label: 'Find talent' },
  { to: paths.fees(), label: 'Fees' },
  { to: paths.help(), label: 'Help' },
  { to: paths.terms(), label: 'Terms' },
  { to: paths.privacy(), label: 'Privacy' },
  { to: paths.accessibility(), label: 'Accessibility' },
]

const themes: { value: ThemeChoice; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'System' },
]

/** The end of every page: what ProConnect is bound to, and how it looks. */
export function SiteFooter() {
  const theme = useThemeChoice()
  return (
    <footer className="no-print border-t border-line">
      <div className="mx-auto flex max-w-shell flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 sm:px-6">
        <nav aria-label="About ProConnect">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {links.map(({ to, label }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="inline-flex min-h-9 items-center text-ink-muted hover:text-ink hover:underline"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Segmented label="Theme" name="theme" value={theme} onChange={chooseTheme} options={themes} />
      </div>
    </footer>
  )
}
