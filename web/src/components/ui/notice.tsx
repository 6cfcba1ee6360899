import type { ReactNode } from 'react'
import { cx } from '@/lib/class-names'
import { Icon, type IconName } from './icon'

type Tone = 'info' | 'success' | 'warning' | 'danger'

const tones: Record<Tone, { look: string; icon: IconName }> = {
  info: { look: 'bg-info-soft text-info', icon: 'info' },
  success: { look: 'bg-success-soft text-success', icon: 'check-circle' },
  warning: { look: 'bg-warning-soft text-warning', icon: 'alert' },
  danger: { look: 'bg-danger-soft text-danger', icon: 'alert' },
}

interface Props {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  /** Read out when it appears. */
  live?: boolean
  className?: string
}

export function Notice({ tone = 'info', title, children, live, className }: Props) {
  const { look, icon } = tones[tone]
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={cx('flex gap-3 rounded-md p-4 text-sm', look, className)}
    >
      <Icon name={icon} />
      <div className="min-w-0 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  )
}
