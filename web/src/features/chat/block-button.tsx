import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { BlockDialog } from './block-dialog'
import { useBlock } from './use-blocks'
import * as words from './words'

/** On a profile: blocks its owner, or takes that back. */
export default function BlockButton({ id, name }: { id: string; name: string }) {
  const { isBlocked, busy, unblock } = useBlock({ id, name })
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button variant="quiet" busy={busy} onClick={() => (isBlocked ? void unblock() : setAsked(true))}>
        {isBlocked ? words.unblock(name) : words.block(name)}
      </Button>
      {asked && <BlockDialog person={{ id, name }} onClose={() => setAsked(false)} />}
    </>
  )
}
