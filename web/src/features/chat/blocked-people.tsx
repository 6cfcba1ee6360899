import { type BlockedPerson, useBlockedInfiniteQuery } from '@/api/blocks-api'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PagedList } from '@/components/ui/paged-list'
import { PersonLink } from '@/components/ui/person-link'
import { PersonPicture } from '@/components/ui/person-picture'
import { formatDate } from '@/lib/time'
import { useBlock } from './use-blocks'
import * as words from './words'

/** Whom one has blocked, each with the way back. */
export default function BlockedPeople() {
  const query = useBlockedInfiniteQuery()
  return (
    <Card>
      <PagedList
        query={query}
        loading={words.loadingBlocked}
        failed={words.blockedNotLoaded}
        empty={<p className="text-ink-muted">{words.noBlocked}</p>}
        shape="h-12"
      >
        {(item) => <Line item={item} />}
      </PagedList>
    </Card>
  )
}

function Line({ item: { person, blockedAt } }: { item: BlockedPerson }) {
  const { unblock, busy } = useBlock(person)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <PersonPicture name={person.name} avatarId={person.avatarId} size="small" className="size-10" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <PersonLink id={person.id} name={person.name} hasLeft={person.hasLeft} />
        </p>
        <p className="text-sm text-ink-muted">{words.blockedSince(formatDate(blockedAt))}</p>
      </div>
      <Button variant="secondary" size="sm" busy={busy} onClick={() => void unblock()}>
        {words.unblock(person.name)}
      </Button>
    </div>
  )
}
