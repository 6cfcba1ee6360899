import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Composer } from './composer'
import { useBlock } from './use-blocks'
import * as words from './words'

interface Props {
  roomId: string
  person: { id: string; name: string; hasLeft: boolean }
  area: RefObject<HTMLElement | null>
  isPanel: boolean
}

/** Where to write; or why nobody can. */
export function RoomFoot({ roomId, person, area, isPanel }: Props) {
  const { isBlocked, unblock, busy } = useBlock(person)
  const name = <bdi>{person.name}</bdi>
  if (person.hasLeft) return <Notice className="m-3">{words.theyLeft(name)}</Notice>
  if (!isBlocked)
    return <Composer key={roomId} roomId={roomId} name={person.name} area={area} takesFocus={isPanel} />
  return (
    <Notice className="m-3">
      <p>{words.youBlocked(name)}</p>
      <Button variant="secondary" size="sm" className="mt-2" busy={busy} onClick={() => void unblock()}>
        {words.unblock(person.name)}
      </Button>
    </Notice>
  )
}
