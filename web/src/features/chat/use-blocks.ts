import { useBlockedInfiniteQuery, useBlockMutation, useUnblockMutation } from '@/api/blocks-api'
import { itemsOf } from '@/api/paging'
import { toProblem } from '@/api/problem'
import { notify } from '@/components/ui/notify'
import * as words from './words'

/** Whether one has blocked somebody, and both ways. */
export function useBlock({ id, name }: { id: string; name: string }) {
  const { data } = useBlockedInfiniteQuery()
  const [block, blocking] = useBlockMutation()
  const [unblock, unblocking] = useUnblockMutation()
  return {
    isBlocked: itemsOf(data).some((item) => item.id === id),
    busy: blocking.isLoading || unblocking.isLoading,
    /** Why it did not work; null when it did. */
    async block(): Promise<string | null> {
      const result = await block(id)
      if (result.error) return toProblem(result.error).detail
      notify.success(words.isBlocked(name))
      return null
    },
    async unblock(): Promise<void> {
      const result = await unblock(id)
      if (result.error) notify.failure(toProblem(result.error).detail)
      else notify.success(words.isUnblocked(name))
    },
  }
}
