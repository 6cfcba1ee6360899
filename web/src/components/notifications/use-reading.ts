import { type Reading, useMarkReadMutation } from '@/api/notifications-api'
import { toProblem } from '@/api/problem'
import { announce } from '../ui/announcer'
import { notify } from '../ui/notify'
import * as words from './words'

/** As many as the server takes at once. */
const AT_ONCE = 100

/** Marks what was read; `said` is read out once it is done. */
export function useReading() {
  const [markRead] = useMarkReadMutation()

  async function send(reading: Reading): Promise<boolean> {
    const { error } = await markRead(reading)
    if (error) notify.failure(words.notMarked(toProblem(error).detail))
    return !error
  }

  return {
    async these(ids: string[], said = ''): Promise<void> {
      for (let from = 0; from < ids.length; from += AT_ONCE)
        if (!(await send({ ids: ids.slice(from, from + AT_ONCE) }))) return
      if (said && ids.length > 0) announce(said)
    },
    /** What comes in the meantime stays unread. */
    async all(upTo: string): Promise<void> {
      if (await send({ all: true, upTo })) announce(words.allRead)
    },
  }
}
