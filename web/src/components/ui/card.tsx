import type { ComponentProps } from 'react'
import { cx } from '@/lib/class-names'

interface Props extends ComponentProps<'div'> {
  /** For lists and tables that reach the edge. */
  flush?: boolean
}

export function Card({ className, flush, ...rest }: Props) {
  return (
    <div
      className={cx(
        'rounded-card border border-line bg-surface shadow-card',
        !flush && 'p-4 sm:p-6',
        className,
      )}
      {...rest}
    />
  )
}
