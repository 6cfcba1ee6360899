import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { cx } from '@/lib/class-names'
import { Icon } from './icon'
import { type Toast, toasts } from './notify'
import * as words from './words'

/** Long enough to be read twice. A failure stays until it was seen. */
const SHOWN_FOR = 8_000

/** The one place for notes about what was just done. Both regions are there from the start, so that they are read. */
export function Toaster() {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current)
  // It goes with the session: the next person here must not find it.
  useEffect(() => toasts.dismiss, [])
  return (
    <>
      <div role="status">{toast?.tone === 'success' && <Note key={toast.id} toast={toast} />}</div>
      {toast?.tone === 'danger' && (
        <div role="alert">
          <Note key={toast.id} toast={toast} />
        </div>
      )}
    </>
  )
}

function Note({ toast: { tone, text, undo } }: { toast: Toast }) {
  const before = useRef(document.activeElement)
  const [held, setHeld] = useState(false)
  const success = tone === 'success'

  useEffect(() => {
    if (!success || held) return
    const timer = setTimeout(toasts.dismiss, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [success, held])

  function dismiss(): void {
    toasts.dismiss()
    const back = before.current
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus()
    else document.getElementById('main')?.focus()
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- nothing to operate: a note that is being read stays
    <div
      className="appear pointer-events-auto flex max-w-dialog items-start gap-3 rounded-md border border-edge bg-raised py-2 pr-2 pl-4 text-sm shadow-raised"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon
        name={success ? 'check-circle' : 'alert'}
        className={cx('mt-1.5', success ? 'text-success' : 'text-danger')}
      />
      <p className="min-w-0 py-1.5 wrap-anywhere">
        <strong className={success ? 'text-success' : 'text-danger'}>
          {success ? words.done : words.failed}
        </strong>{' '}
        {text}
      </p>
      {undo && (
        <button
          type="button"
          className="min-h-8 shrink-0 rounded-md px-2 font-semibold text-accent-text hover:bg-sunken"
          onClick={() => {
            dismiss()
            undo()
          }}
        >
          {words.undo}
        </button>
      )}
      <button
        type="button"
        aria-label={words.dismiss}
        className="grid size-8 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-sunken"
        onClick={dismiss}
      >
        <Icon name="x" className="size-4" />
      </button>
    </div>
  )
}
