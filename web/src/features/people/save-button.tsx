import { useEffect } from 'react'
import { itemsOf } from '@/api/paging'
import { useSavedTalentInfiniteQuery, useSaveTalentMutation } from '@/api/people-api'
import { toProblem } from '@/api/problem'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/notify'
import * as words from './words'

/** Saves a freelancer, or forgets them. */
export function SaveButton({ id, name }: { id: string; name: string }) {
  const { saved, busy: looking } = useIsSaved(id)
  const [save, { isLoading }] = useSaveTalentMutation()

  async function change(to: boolean): Promise<void> {
    const result = await save({ id, saved: to })
    if (result.error) {
      return notify.failure((to ? words.notSaved : words.stillSaved)(name, toProblem(result.error).detail))
    }
    notify.success((to ? words.isSaved : words.noLongerSaved)(name), () => void change(!to))
  }

  return (
    <Button
      variant="secondary"
      icon={saved ? 'check' : 'pin'}
      aria-pressed={saved}
      busy={isLoading || looking}
      onClick={() => void change(!saved)}
    >
      {saved ? words.saved : words.save}
    </Button>
  )
}

/** A page has a hundred. Whoever is on none of so many counts as not saved: to save them twice does no harm. */
const MOST_PAGES = 10

/** Looks for one freelancer among all who are saved; nothing answers for one alone. */
function useIsSaved(id: string) {
  const { data, isError, isFetching, hasNextPage, fetchNextPage } = useSavedTalentInfiniteQuery()
  const saved = itemsOf(data).some((item) => item.id === id)
  const pages = data?.pages.length ?? 0
  const more = pages > 0 && pages < MOST_PAGES && !saved && hasNextPage && !isError
  useEffect(() => {
    if (more && !isFetching) void fetchNextPage()
  }, [more, pages, isFetching, fetchNextPage])
  return { saved, busy: more || (!data && !isError) }
}
