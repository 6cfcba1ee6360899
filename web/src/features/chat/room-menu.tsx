import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Person, Room } from '@/api/types'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { paths } from '@/config/paths'
import { BlockDialog } from './block-dialog'
import { useBlock } from './use-blocks'
import * as words from './words'

/** What can be done with a room, and with who is in it. */
export default function RoomMenu({
  room,
  person,
  trigger,
}: {
  room: Room
  person: Person
  trigger: ReactNode
}) {
  const navigate = useNavigate()
  const { isBlocked, unblock } = useBlock(person)
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Menu defaultOpen trigger={trigger}>
        <MenuItem icon="tasks" onSelect={() => void navigate(paths.task(room.taskId))}>
          {words.seeTask}
        </MenuItem>
        {!person.hasLeft && (
          <MenuItem icon="user" onSelect={() => void navigate(paths.profile(person.id))}>
            {words.seeProfile}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon="lock" onSelect={() => (isBlocked ? void unblock() : setAsked(true))}>
          {isBlocked ? words.unblock(person.name) : words.block(person.name)}
        </MenuItem>
      </Menu>
      {asked && <BlockDialog person={person} onClose={() => setAsked(false)} />}
    </>
  )
}
