import type { Contract, Milestone } from '@/api/types'
import { Button } from '@/components/ui/button'
import * as common from '@/words/common'

export interface DialogProps {
  contract: Contract
  milestone: Milestone
  userId: string
  onClose: () => void
}

interface FooterProps {
  onClose: () => void
  busy: boolean
  label: string
  onGo: () => void
}

export function Footer({ onClose, busy, label, onGo }: FooterProps) {
  return (
    <div className="mt-5 flex flex-wrap justify-end gap-3">
      <Button variant="quiet" onClick={onClose}>
        {common.cancel}
      </Button>
      <Button busy={busy} onClick={onGo}>
        {label}
      </Button>
    </div>
  )
}
