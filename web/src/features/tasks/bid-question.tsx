import { useMyBidsInfiniteQuery } from '@/api/bids-api'
import { useKeepBidMutation } from '@/api/own-tasks-api'
import { itemsOf } from '@/api/paging'
import { toProblem } from '@/api/problem'
import type { Task } from '@/api/types'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { paths } from '@/config/paths'
import * as words from './change-words'
import { editsSince } from './edits-since'
import { TaskEdits } from './task-edits'

/** To a freelancer whose task has changed since they bid: what has changed, and whether their bid stands. */
export default function BidQuestion({ task }: { task: Task }) {
  const query = useMyBidsInfiniteQuery()
  const [keep, { isLoading, error }] = useKeepBidMutation()
  const bid = itemsOf(query.data).find(({ id }) => id === task.viewerBidId)
  if (!bid?.isAsked) return null
  const edits = editsSince(task.changes, bid.taskVersion)
  const { id: bidId } = bid
  async function go(): Promise<void> {
    const result = await keep({ bidId, taskId: task.id, version: task.version })
    if (result.data) notify.success(words.kept)
  }
  return (
    <Card className="border-l-4 border-l-accent">
      <h2 className="font-semibold">{words.askTitle}</h2>
      <div className="mt-3 text-sm">
        <TaskEdits edits={edits} />
      </div>
      <p className="mt-3 text-sm text-ink-muted">{words.askText}</p>
      {error && <Notice tone="danger" live title={toProblem(error).detail} className="mt-3" />}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button size="sm" busy={isLoading} onClick={() => void go()}>
          {words.keep}
        </Button>
        <ButtonLink to={paths.myBids()} variant="secondary" size="sm">
          {words.toBids}
        </ButtonLink>
      </div>
    </Card>
  )
}
