import { Icon } from '@/components/ui/icon'
import * as words from './words'

/** A room in which nothing was said. */
export function NoMessages({ name }: { name: string }) {
  return (
    <div className="mx-auto flex max-w-narrow flex-col items-center py-8 text-center">
      <span className="mb-3 grid size-12 place-items-center rounded-full bg-sunken text-ink-muted">
        <Icon name="messages" className="size-6" />
      </span>
      <p className="font-semibold">{words.noMessages}</p>
      <p className="mt-1 text-sm text-ink-muted">{words.noMessagesText(<bdi>{name}</bdi>)}</p>
    </div>
  )
}
