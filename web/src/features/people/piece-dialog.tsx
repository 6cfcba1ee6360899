import type { PortfolioItem } from '@/api/types'
import { Dialog } from '@/components/ui/dialog'
import { PieceForm } from './piece-form'

interface Props {
  /** The piece to change, or null for a new one. */
  item: PortfolioItem | null
  onClose: () => void
}

export default function PieceDialog({ item, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title={item ? 'Edit a piece of work' : 'Add a piece of work'}>
      <PieceForm item={item} onDone={onClose} />
    </Dialog>
  )
}
