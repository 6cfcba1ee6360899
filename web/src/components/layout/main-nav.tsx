import { NavLink } from 'react-router'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import { useView } from '@/lib/session'
import { Icon } from '../ui/icon'
import { destinations } from './destinations'

/** Where somebody can go from everywhere: beside the page, or under it on phones. */
export default function MainNav({ place }: { place: 'rail' | 'bar' }) {
  const items = destinations(useView())
  return place === 'rail' ? (
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
                  ? 'chosen bg-accent-soft text-accent-text'
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
  ) : (
    <ul className="flex">
      {items.map(({ to, label, icon }) => (
        <li key={to} className="flex-1">
          <NavLink
            to={to}
            end={to === paths.tasks()}
            className={({ isActive }) =>
              cx(
                'flex h-16 flex-col items-center justify-center gap-1 text-xs font-semibold',
                isActive ? 'chosen text-accent-text' : 'text-ink-muted',
              )
            }
          >
            <Icon name={icon} />
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
