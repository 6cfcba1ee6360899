import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { useBlock } from './use-blocks'
import * as words from './words'

/** Asks once whether somebody is to be blocked. */
export function BlockDialog({
  person,
  onClose,
}: {
  person: { id: string; name: string }
  onClose: () => void
}) {
  const { block, busy } = useBlock(person)
  const [problem, setProblem] = useState('')

  async function go(): Promise<void> {
    const refused = await block()
    if (refused === null) onClose()
    else setProblem(refused)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.blockTitle(<bdi>{person.name}</bdi>)}
      description={words.blockText}
    >
      {problem && <Notice tone="danger" live title={problem} />}
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onClose}>
          {words.keepTalking}
        </Button>
        <Button variant="danger" busy={busy} onClick={() => void go()}>
          {words.block(person.name)}
        </Button>
      </div>
    </Dialog>
  )
}
