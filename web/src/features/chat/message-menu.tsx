import { type ReactNode, useState } from 'react'
import type { Message } from '@/api/types'
import { Menu, MenuItem } from '@/components/ui/menu'
import { notify } from '@/components/ui/notify'
import { DeleteDialog } from './delete-dialog'
import { ReportDialog } from './report-dialog'
import { Sign } from './sign'
import * as words from './talk-words'

/** As the server has it: shared/domain/src/chat.rs. */
const EDITABLE_FOR = 15 * 60_000

interface Props {
  message: Message
  isOwn: boolean
  other: string
  trigger: ReactNode
  onEdit: () => void
  onDone: () => void
}

export default function MessageMenu({ message, isOwn, other, trigger, onEdit, onDone }: Props) {
  const [asked, setAsked] = useState<'delete' | 'report' | null>(null)
  const [openedAt] = useState(() => Date.now())
  const editable = isOwn && openedAt - Date.parse(message.sentAt) < EDITABLE_FOR

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(message.text)
    notify.success(words.copied)
  }

  return (
    <>
      <Menu defaultOpen trigger={trigger}>
        {message.text && (
          <MenuItem icon="copy" onSelect={() => void copy().catch(() => notify.failure(words.notCopied))}>
            {words.copyText}
          </MenuItem>
        )}
        {editable && (
          <MenuItem icon={<Sign name="edit" className="text-ink-muted" />} onSelect={onEdit}>
            {words.edit}
          </MenuItem>
        )}
        {isOwn ? (
          <MenuItem icon="trash" onSelect={() => setAsked('delete')}>
            {words.remove}
          </MenuItem>
        ) : (
          <MenuItem icon="alert" onSelect={() => setAsked('report')}>
            {words.report}
          </MenuItem>
        )}
      </Menu>
      {asked === 'delete' && <DeleteDialog message={message} other={other} onClose={onDone} />}
      {asked === 'report' && <ReportDialog message={message} onClose={onDone} />}
    </>
  )
}
