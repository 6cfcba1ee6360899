import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'

interface Props {
  label: string
  help?: string
  value: string
  onChange: (text: string) => void
  onEscape?: () => void
  takesFocus?: boolean
  className?: string
}

export function SearchField({ label, help, value, onChange, onEscape, takesFocus, className }: Props) {
  return (
    <div className={cx('relative', className)}>
      <Icon name="search" className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-muted" />
      <input
        type="search"
        aria-label={label}
        title={help}
        placeholder={label}
        dir="auto"
        autoComplete="off"
        maxLength={100}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it was opened to write in it
        autoFocus={takesFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onEscape?.()}
        className="block min-h-11 w-full rounded-md border border-edge bg-page pr-3 pl-10 text-base"
      />
    </div>
  )
}
