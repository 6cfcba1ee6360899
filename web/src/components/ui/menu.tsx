import * as Radix from '@radix-ui/react-dropdown-menu'
import type { ReactElement, ReactNode } from 'react'
import { Icon, type IconName } from './icon'

const itemClass =
  'flex min-h-10 cursor-pointer items-center gap-3 rounded-sm px-3 text-sm outline-none data-[highlighted]:bg-sunken data-[highlighted]:outline-2 data-[highlighted]:-outline-offset-2 data-[highlighted]:outline-focus'

// Not modal: the modal form locks scrolling with an inline style sheet, which the content security policy refuses.
interface MenuProps {
  trigger: ReactNode
  defaultOpen?: boolean
  children: ReactNode
}

export function Menu({ trigger, defaultOpen, children }: MenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen={defaultOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={8}
          collisionPadding={8}
          className="z-50 w-64 rounded-card border border-line bg-raised p-2 shadow-raised"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function MenuItem({
  icon,
  onSelect,
  children,
}: {
  icon: IconName | ReactElement
  onSelect: () => void
  children: ReactNode
}) {
  return (
    <Radix.Item className={itemClass} onSelect={onSelect}>
      {typeof icon === 'string' ? <Icon name={icon} className="text-ink-muted" /> : icon}
      {children}
    </Radix.Item>
  )
}

interface ChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: { value: string; label: string; icon: IconName }[]
}

export function MenuChoice({ label, value, onChange, options }: ChoiceProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      <Radix.Label className="px-3 pt-2 pb-1 text-xs font-semibold text-ink-muted">{label}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className={itemClass}
          onSelect={(event) => event.preventDefault()}
        >
          <Icon name={option.icon} className="text-ink-muted" />
          {option.label}
          <Radix.ItemIndicator className="ml-auto">
            <Icon name="check" className="text-accent-text" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export function MenuSeparator() {
  return <Radix.Separator className="my-2 h-px bg-line" />
}
