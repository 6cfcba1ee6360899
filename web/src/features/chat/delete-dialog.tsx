import { useState } from 'react'
import { deleteMessage } from '@/api/chat'
import { toProblem } from '@/api/problem'
import type { Message } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { useAppStore } from '@/lib/store-parts'
import { chat } from './state/slice'
import * as words from './talk-words'

interface Props {
  message: Message
  other: string
  onClose: () => void
}

export function DeleteDialog({ message, other, onClose }: Props) {
  const store = useAppStore()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function go(): Promise<void> {
    setBusy(true)
    try {
      store.dispatch(chat.changed(await deleteMessage(message)))
      onClose()
    } catch (error) {
      setProblem(toProblem(error).detail)
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.deleteTitle}
      description={words.deleteText(<bdi>{other}</bdi>)}
    >
      {problem && <Notice tone="danger" live title={problem} />}
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onClose}>
          {words.keepIt}
        </Button>
        <Button variant="danger" busy={busy} onClick={() => void go()}>
          {words.deleteIt}
        </Button>
      </div>
    </Dialog>
  )
}
