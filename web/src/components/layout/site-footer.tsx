import { Link } from 'react-router'
import { paths } from '@/config/paths'
import { chooseTheme, type ThemeChoice, useThemeChoice } from '@/lib/theme'
import * as common from '@/words/common'
import { Segmented } from '../ui/segmented'
import { usePart } from './part-works'
import * as words from './words'

const links = [
  { to: paths.tasks(), label: common.findWork },
  { to: paths.freelancers(), label: common.findTalent },
  { to: paths.fees(), label: words.fees },
  { to: paths.help(), label: words.help },
  { to: paths.terms(), label: words.terms },
  { to: paths.privacy(), label: words.privacy },
  { to: paths.accessibility(), label: words.accessibility },
]

const themes: { value: ThemeChoice; label: string }[] = [
  { value: 'light', label: words.light },
  { value: 'dark', label: words.dark },
  { value: 'system', label: words.system },
]

/** The end of every page: what ProConnect is bound to, and how it looks. */
export function SiteFooter() {
  const theme = useThemeChoice()
  const part = usePart<HTMLElement>()
  return (
    <footer ref={part} data-part className="no-print border-t border-line">
      <div className="mx-auto flex max-w-shell flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 sm:px-6">
        <nav aria-label={words.aboutProduct}>
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
        <Segmented label={words.theme} name="theme" value={theme} onChange={chooseTheme} options={themes} />
      </div>
    </footer>
  )
}
