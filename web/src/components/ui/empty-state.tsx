import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

interface Props {
  icon: IconName
  title: string
  children: ReactNode
  action?: ReactNode
}

/** Nothing here yet, and what to do next. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="flex flex-col items-center rounded-card border border-dashed border-edge px-6 py-10 text-center">
      <span className="mb-4 grid size-12 place-items-center rounded-full bg-sunken text-ink-muted">
        <Icon name={icon} className="size-6" />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      <div className="mt-1 max-w-narrow text-ink-muted">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
