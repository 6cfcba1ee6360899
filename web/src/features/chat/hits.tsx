import { Button } from '@/components/ui/button'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import * as words from './talk-words'

interface CountProps {
  found: { query: string; items: unknown[]; nextCursor: string | null }
}

/** A page may have been looked through without finding anything. */
export function Count({ found: { query, items, nextCursor } }: CountProps) {
  const none = nextCursor ? words.noHitsYet : words.noHits(query)
  return (
    <p className="px-4 py-3 text-sm text-ink-muted">{items.length > 0 ? words.hits(items.length) : none}</p>
  )
}

export function MoreHits({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  return (
    <div className="p-4 text-center">
      <Button variant="secondary" busy={busy} onClick={onMore}>
        {words.moreHits}
      </Button>
    </div>
  )
}

export function HitsLoading() {
  return (
    <Loading label={words.searching}>
      <div className="space-y-4 p-4">
        {[1, 2, 3].map((place) => (
          <Skeleton key={place} className="h-12" />
        ))}
      </div>
    </Loading>
  )
}
