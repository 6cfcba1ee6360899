import { lazy, Suspense, useState } from 'react'
import type { Message } from '@/api/types'
import { loadMenu } from './load-menu'
import { Sign } from './sign'
import * as words from './talk-words'

const MessageMenu = lazy(loadMenu)

interface Props {
  message: Message
  isOwn: boolean
  other: string
  onEdit: () => void
}

/** A button for each of many messages; the menu itself comes when one is wanted. */
export function MessageActions(props: Props) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      aria-label={words.actions}
      aria-haspopup="menu"
      className="grid size-9 shrink-0 place-items-center rounded-md text-ink-muted opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-sunken aria-expanded:opacity-100 pointer-coarse:opacity-100"
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
    >
      <Sign name="more" />
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <MessageMenu {...props} trigger={button} onDone={() => setWanted(false)} />
    </Suspense>
  )
}
