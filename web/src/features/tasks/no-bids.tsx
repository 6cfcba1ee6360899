import type { Clock, Task } from '@/api/types'
import { ClockCard } from '@/components/ui/clock-card'
import { ShareLink } from './share-link'
import * as words from './words'

interface Props {
  task: Task
  clock: Clock
  /** The way to share it stands on the page already. */
  shared: boolean
}

/** To its client while nobody has bid: there is nothing to decide, but until when bids can come, and how to get some. */
export function NoBids({ task, clock, shared }: Props) {
  return (
    <ClockCard
      clock={clock}
      mine={false}
      actorName={task.client.name}
      heading={words.noBids}
      silence={words.noBidsText}
      action={
        !shared && (
          <>
            <p className="mb-3 text-sm text-ink-muted">{words.noBidsNext}</p>
            <div className="flex flex-wrap items-center gap-3">
              <ShareLink taskId={task.id} />
            </div>
          </>
        )
      }
    />
  )
}
