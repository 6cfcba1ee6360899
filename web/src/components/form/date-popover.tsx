import * as Popover from '@radix-ui/react-popover'
import { type ReactNode, useState } from 'react'
import { Calendar } from './calendar'

interface Props {
  label: string
  value: string
  onChange: (date: string) => void
  min: string
  max: string
  trigger: ReactNode
}

/** The calendar under its button; open at once, since it was fetched because somebody asked for it. */
export default function DatePopover({ label, value, onChange, min, max, trigger }: Props) {
  const [open, setOpen] = useState(true)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          // The calendar moves focus to the chosen day itself.
          onOpenAutoFocus={(event) => event.preventDefault()}
          className="z-50 rounded-card border border-line bg-raised p-3 shadow-raised"
        >
          <Calendar
            value={value}
            min={min}
            max={max}
            onPick={(date) => {
              onChange(date)
              setOpen(false)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
