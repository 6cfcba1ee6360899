import { cx } from '@/lib/class-names'

interface Props<T extends string> {
  label: string
  name: string
  value: T
  onChange: (value: T) => void
  options: { value: T; label: string }[]
}

/** One of few, side by side; radio buttons underneath, so arrow keys work. */
export function Segmented<T extends string>({ label, name, value, onChange, options }: Props<T>) {
  return (
    <fieldset className="inline-flex rounded-md border border-edge bg-surface p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            'flex min-h-9 cursor-pointer items-center rounded-sm px-4 text-sm font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
            option.value === value
              ? 'chosen bg-accent-soft text-accent-text'
              : 'text-ink-muted hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
