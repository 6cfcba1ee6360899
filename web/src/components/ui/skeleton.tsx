import type { ReactNode } from 'react'
import { cx } from '@/lib/class-names'

export function Skeleton({ className }: { className?: string }) {
  return <div className={cx('pulse rounded-sm bg-line', className)} />
}

/** Says once that something loads, and hides the grey shapes from screen readers. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}
