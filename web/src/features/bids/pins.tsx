import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import { criteria, type CriterionKey } from './criteria'

/** Which criteria stay beside the name: in the table when it scrolls, and on top of each card. */
export function Pins({ pins, onChange }: { pins: CriterionKey[]; onChange: (pins: CriterionKey[]) => void }) {
  const toggle = (key: CriterionKey) =>
    onChange(pins.includes(key) ? pins.filter((other) => other !== key) : [...pins, key])
  return (
    <fieldset className="mb-4 flex flex-wrap items-center gap-2">
      <legend className="float-left mr-2 text-sm font-semibold">Keep in view</legend>
      {criteria.map(({ key, label }) => (
        <label
          key={key}
          className={cx(
            'inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded-full border px-3 text-sm font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
            pins.includes(key)
              ? 'border-accent-text bg-accent-soft text-accent-text'
              : 'border-edge text-ink-muted hover:text-ink',
          )}
        >
          <input
            type="checkbox"
            className="sr-only"
            checked={pins.includes(key)}
            onChange={() => toggle(key)}
          />
          <Icon name={pins.includes(key) ? 'pin' : 'plus'} className="size-4" />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
