import * as RadixDialog from '@radix-ui/react-dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { cx } from '@/lib/class-names'
import { Icon } from './icon'
import { returnFocus } from './return-focus'
import * as words from './words'

const middle =
  'sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-full sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card'
const sizes = {
  usual: `${middle} sm:max-w-dialog`,
  wide: `${middle} sm:max-w-[min(60rem,94vw)]`,
  side: 'sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-full sm:max-w-[28rem] sm:rounded-l-card sm:rounded-tr-none',
}

interface Props {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  /** Wide for what is laid side by side; at the side for what is looked at beside the page. A sheet from below on phones. */
  size?: keyof typeof sizes
  children: ReactNode
}

/** One dialog may open another. */
let locks = 0

function lock(more: 1 | -1): void {
  locks += more
  document.documentElement.classList.toggle('locked', locks > 0)
}

function ScrollLock() {
  useEffect(() => {
    lock(1)
    return () => lock(-1)
  }, [])
  return null
}

// Radix's own Overlay locks scrolling with an inline style sheet, which the content security policy refuses;
// a plain scrim and a class do the same.
export function Dialog({ open, onClose, title, description, size = 'usual', children }: Props) {
  // A dialog is rendered because something was pressed: that still has focus now.
  const [opener] = useState(() => document.activeElement)
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <RadixDialog.Portal>
        <ScrollLock />
        <div className="fixed inset-0 z-40 bg-scrim" />
        <RadixDialog.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            returnFocus(opener)
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cx(
            'fixed inset-x-0 bottom-0 z-50 max-h-[90dvh] overflow-y-auto rounded-t-card border border-line bg-raised p-5 shadow-raised focus:outline-none sm:p-6',
            sizes[size],
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <RadixDialog.Title className="text-xl font-semibold">{title}</RadixDialog.Title>
            <RadixDialog.Close
              aria-label={words.close}
              className="-m-2 grid size-10 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-sunken"
            >
              <Icon name="x" />
            </RadixDialog.Close>
          </div>
          {description && (
            <RadixDialog.Description asChild>
              <div className="mt-2 text-ink-muted">{description}</div>
            </RadixDialog.Description>
          )}
          <div className="mt-5">{children}</div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
