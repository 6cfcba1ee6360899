import { itemsOf } from '@/api/paging'
import { useSavedTalentInfiniteQuery, useSaveTalentMutation } from '@/api/people-api'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'

/** Saves a freelancer, or forgets them. */
export function SaveButton({ id, name }: { id: string; name: string }) {
  const query = useSavedTalentInfiniteQuery()
  const [save, { isLoading }] = useSaveTalentMutation()
  const saved = itemsOf(query.data).some((item) => item.id === id)

  async function toggle(): Promise<void> {
    const result = await save({ id, saved: !saved })
    if ('error' in result) announce('This did not work. Try again.')
    else announce(saved ? `${name} is no longer saved.` : `${name} is saved.`)
  }

  return (
    <Button
      variant="secondary"
      icon={saved ? 'check' : 'pin'}
      aria-pressed={saved}
      busy={isLoading || (!query.data && !query.isError)}
      onClick={() => void toggle()}
    >
      {saved ? 'Saved' : 'Save'}
    </Button>
  )
}
