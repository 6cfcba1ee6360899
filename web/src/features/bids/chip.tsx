import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'

interface Props {
  checked: boolean
  onChange: () => void
  children: ReactNode
}

/** A box to tick that takes little room. */
export function Chip({ checked, onChange, children }: Props) {
  return (
    <label
      className={cx(
        'inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded-full border px-3 text-sm font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        checked
          ? 'border-accent-text bg-accent-soft text-accent-text'
          : 'border-edge text-ink-muted hover:text-ink',
      )}
    >
      <input type="checkbox" className="sr-only" checked={checked} onChange={onChange} />
      <Icon name={checked ? 'check' : 'plus'} className="size-4" />
      {children}
    </label>
  )
}
