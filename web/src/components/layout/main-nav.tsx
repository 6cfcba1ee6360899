import { NavLink } from 'react-router'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import { useView } from '@/lib/session'
import { Icon } from '../ui/icon'
import { CountBadge, CountSpoken } from './count-badge'
import { type Destination, destinations } from './destinations'

/** Where somebody can go from everywhere: beside the page, or under it on phones. */
export default function MainNav({ place }: { place: 'rail' | 'bar' }) {
  const items = destinations(useView())
  return place === 'rail' ? (
    <ul className="sticky top-20 space-y-1">
      {items.map(({ to, label, icon, counts }) => (
        <li key={to}>
          <NavLink
            to={to}
            end={to === paths.tasks()}
            className={({ isActive }) =>
              cx(
                'flex min-h-11 items-center gap-3 rounded-md px-3 text-sm font-semibold sm:max-lg:justify-center',
                isActive
                  ? 'chosen bg-accent-soft text-accent-text'
                  : 'text-ink-muted hover:bg-sunken hover:text-ink',
              )
            }
          >
            <Mark icon={icon} counts={counts} />
            <span className="sm:max-lg:sr-only">{label}</span>
            {counts && <CountSpoken of={counts} />}
          </NavLink>
        </li>
      ))}
    </ul>
  ) : (
    <ul className="flex">
      {items.filter(isInBar).map(({ to, label, icon, counts }) => (
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
            <Mark icon={icon} counts={counts} />
            {label}
            {counts && <CountSpoken of={counts} />}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

/** Five have room on the narrowest phone. Payments are on the dashboard as well. */
const isInBar = ({ to }: Destination) => to !== paths.payments()

function Mark({ icon, counts }: Pick<Destination, 'icon' | 'counts'>) {
  return (
    <span className="relative">
      <Icon name={icon} />
      {counts && <CountBadge of={counts} className="-top-2 left-3" />}
    </span>
  )
}
