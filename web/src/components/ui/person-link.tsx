import { Link } from 'react-router'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'

/** Somebody's name, which leads to what they say of themselves; above a card that is a link as a whole. */
export function PersonLink({ id, name, className }: { id: string; name: string; className?: string }) {
  return (
    <Link
      to={paths.profile(id)}
      className={cx(
        'relative wrap-anywhere underline decoration-edge underline-offset-3 hover:decoration-current',
        className,
      )}
    >
      <bdi>{name}</bdi>
    </Link>
  )
}
