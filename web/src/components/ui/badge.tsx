import type { ReactNode } from 'react'
import { cx } from '@/lib/class-names'
import { Icon, type IconName } from './icon'

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info'

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-muted',
  accent: 'bg-accent-soft text-accent-text',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
}

/** A state: always an icon and a word, never a colour alone. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span
      className={cx(
        'inline-flex shrink-0 items-center gap-1 rounded-full py-1 pr-2.5 pl-2 text-xs font-semibold whitespace-nowrap',
        tones[tone],
      )}
    >
      {icon && <Icon name={icon} className="size-3.5" />}
      {children}
    </span>
  )
}

/** A word that belongs to something, such as a skill. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex max-w-full rounded-sm border border-line bg-sunken px-2 py-0.5 text-sm text-ink-muted">
      <bdi className="min-w-0 wrap-anywhere">{children}</bdi>
    </span>
  )
}
