import { lazy, Suspense, useState } from 'react'
import { useDeletePieceMutation } from '@/api/people-api'
import { toProblem } from '@/api/problem'
import type { PortfolioItem } from '@/api/types'
import { notify } from '@/components/ui/notify'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { spoken } from '@/components/ui/spoken'
import { Portfolio } from './portfolio'
import * as words from './words'

const PieceDialog = lazy(() => import('./piece-dialog'))

const MAX_PIECES = 20

/** The pieces of the portfolio with buttons to add, change and remove them. */
export function PortfolioEditor({ items }: { items: PortfolioItem[] }) {
  const [editing, setEditing] = useState<PortfolioItem | 'new' | null>(null)
  const [remove, { error, isLoading, originalArgs }] = useDeletePieceMutation()
  const close = () => setEditing(null)

  async function drop(item: PortfolioItem): Promise<void> {
    const result = await remove(item.id)
    if (!('error' in result)) notify.success(words.pieceRemoved(item.title))
  }

  const add = (
    <Button variant="secondary" icon="plus" onClick={() => setEditing('new')}>
      {words.addPiece}
    </Button>
  )
  return (
    <>
      {error && (
        <Notice tone="danger" live className="mb-4">
          {toProblem(error).detail}
        </Notice>
      )}
      {items.length === 0 ? (
        <EmptyState icon="contracts" title={words.showWork} action={add}>
          {words.showWorkNext}
        </EmptyState>
      ) : (
        <>
          <Portfolio
            items={items}
            actions={(item) => (
              <>
                <Button variant="secondary" size="sm" onClick={() => setEditing(item)}>
                  {words.edit(spoken(<bdi>{item.title}</bdi>))}
                </Button>
                <Button
                  variant="quiet"
                  size="sm"
                  icon="trash"
                  busy={isLoading && originalArgs === item.id}
                  onClick={() => void drop(item)}
                >
                  {words.remove(spoken(<bdi>{item.title}</bdi>))}
                </Button>
              </>
            )}
          />
          {items.length < MAX_PIECES && <div className="mt-4">{add}</div>}
        </>
      )}
      {editing && (
        <Suspense>
          <PieceDialog item={editing === 'new' ? null : editing} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
