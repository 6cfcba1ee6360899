import type { PortfolioItem } from '@/api/types'
import { Dialog } from '@/components/ui/dialog'
import { PieceForm } from './piece-form'
import * as words from './words'

interface Props {
  /** The piece to change, or null for a new one. */
  item: PortfolioItem | null
  onClose: () => void
}

export default function PieceDialog({ item, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title={item ? words.editPiece : words.addPiece}>
      <PieceForm item={item} onDone={onClose} />
    </Dialog>
  )
}
