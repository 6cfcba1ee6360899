/** What happened because of a click, when nothing else on the page shows it. Light: `Toaster` shows it. */

export interface Toast {
  id: number
  tone: 'success' | 'danger'
  text: string
  /** Takes back what was done. */
  undo?: () => void
}

let toast: Toast | null = null
let lastId = 0
const listeners = new Set<() => void>()

function show(next: Toast | null): void {
  toast = next
  for (const listener of listeners) listener()
}

/** Replaces what was shown before: it was about something else. */
function tell(tone: Toast['tone'], text: string, undo?: () => void): void {
  lastId += 1
  show({ id: lastId, tone, text, undo })
}

export const notify = {
  success: (text: string, undo?: () => void) => tell('success', text, undo),
  failure: (text: string) => tell('danger', text),
}

export const toasts = {
  current: () => toast,
  dismiss: () => show(null),
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
