import type { ComponentProps } from 'react'
import { cx } from '@/lib/class-names'

export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      className={cx('rounded-card border border-line bg-surface p-4 shadow-card sm:p-6', className)}
      {...rest}
    />
  )
}
