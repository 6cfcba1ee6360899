import { cx } from '@/lib/class-names'
import * as common from '@/words/common'

/** Two hands that meet: the mark of ProConnect. */
export function HandshakeMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 32 32" className={cx('shrink-0', className)}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <g
        fill="none"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      >
        <path d="M4.5 10.5h2.8v9.5H4.5M27.5 10.5h-2.8v9.5h2.8" />
        <path d="m7.3 11.7 3.9-1.4 3.1.9" />
        <path d="m24.7 11.7-4.2-1.5h-2.6l-4.9 4.1a1.7 1.7 0 0 0 2.2 2.6l3.3-2.4 5.7 4.9" />
        <path d="m7.3 18.8 1.6.3 4.9 4.5a1.5 1.5 0 0 0 2.1-2.1" />
        <path d="m15.9 23.2.7.6a1.5 1.5 0 0 0 2.1-2.1l-1.2-1.1M18.9 22.5a1.5 1.5 0 0 0 2.1-2.1l-1.5-1.4M21.1 21a1.5 1.5 0 0 0 2-2.1" />
      </g>
    </svg>
  )
}

/** Compact, it is the mark alone on phones, where what belongs to the person needs the room. */
export function Logo({ compact }: { compact?: boolean }) {
  return (
    <span className="flex items-center gap-2.5">
      <HandshakeMark className="size-8" />
      <span className={cx('text-lg leading-none font-bold tracking-tight', compact && 'max-sm:sr-only')}>
        {common.product}
      </span>
    </span>
  )
}
