import { type ComponentProps, useState } from 'react'
import { useNavigate } from 'react-router'
import { openRoom } from '@/api/chat'
import { toProblem } from '@/api/problem'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/notify'
import { paths } from '@/config/paths'
import { hasRoomBeside, panel } from './panel-store'
import { notOpened } from './words'

interface Props extends Omit<ComponentProps<typeof Button>, 'onClick' | 'busy'> {
  taskId: string
  /** With whom: the client names them. */
  freelancerId?: string
}

/** Opens the room of a task's client and a freelancer: beside the page where there is room, as a page elsewhere. */
export default function MessageButton({ taskId, freelancerId, ...rest }: Props) {
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)

  async function open(): Promise<void> {
    setBusy(true)
    try {
      const room = await openRoom(taskId, freelancerId)
      if (hasRoomBeside()) panel.open(room.id)
      else void navigate(paths.room(room.id))
    } catch (error) {
      notify.failure(notOpened(toProblem(error).detail))
    } finally {
      setBusy(false)
    }
  }

  return <Button variant="secondary" icon="messages" busy={busy} onClick={() => void open()} {...rest} />
}
