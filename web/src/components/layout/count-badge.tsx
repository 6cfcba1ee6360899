import { cx } from '@/lib/class-names'
import { upTo99, useUnread } from '@/lib/unread'
import { spoken } from '../ui/spoken'
import * as words from './words'

/** How much is new somewhere, at the corner of its icon: to the eye. Nothing while nothing is. */
export function CountBadge({ of, className }: { of: 'messages' | 'notifications'; className?: string }) {
  const count = useUnread(of)
  if (count === 0) return null
  return (
    <span
      aria-hidden="true"
      className={cx(
        'tabular absolute min-w-4.5 whitespace-nowrap rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4.5 font-bold text-on-accent forced-colors:border',
        className,
      )}
    >
      {upTo99(count)}
    </span>
  )
}

/** The same to the ear, behind the name of the place. */
export function CountSpoken({ of }: { of: 'messages' }) {
  const count = useUnread(of)
  return count > 0 && spoken(words.newOnes(upTo99(count)))
}
