import type { ComponentProps } from 'react'
import { Icon } from '../ui/icon'

/** The browser's checkbox in our colours: its own is a bluish grey in dark mode. */
export function Checkbox(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <span className="relative grid size-5 shrink-0">
      <input
        type="checkbox"
        className="peer size-5 cursor-pointer appearance-none rounded-sm border border-edge bg-surface checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken"
        {...props}
      />
      <Icon
        name="check"
        className="pointer-events-none invisible absolute inset-0.5 size-4! text-on-accent peer-checked:visible"
      />
    </span>
  )
}
