import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Task } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem } from '@/components/ui/menu'
import { paths } from '@/config/paths'
import { CancelDialog } from './cancel-dialog'
import { ExtendDialog } from './extend-dialog'
import * as words from './own-words'

const pen = 'M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4'

/** What its client can do with a task that takes bids. */
export default function OwnMenu({ task }: { task: Task }) {
  const [asked, setAsked] = useState<'extend' | 'cancel' | null>(null)
  const navigate = useNavigate()
  const close = () => setAsked(null)
  return (
    <>
      <Menu
        trigger={
          <Button variant="secondary" icon="chevron-down">
            {words.manage}
          </Button>
        }
      >
        <MenuItem
          icon={<Icon shape={pen} className="text-ink-muted" />}
          onSelect={() => void navigate(paths.editTask(task.id))}
        >
          {words.edit}
        </MenuItem>
        <MenuItem icon="calendar" onSelect={() => setAsked('extend')}>
          {words.extend}
        </MenuItem>
        <MenuItem icon="x-circle" onSelect={() => setAsked('cancel')}>
          {words.takeBack}
        </MenuItem>
      </Menu>
      {asked === 'extend' && <ExtendDialog task={task} onClose={close} />}
      {asked === 'cancel' && <CancelDialog task={task} onClose={close} />}
    </>
  )
}
