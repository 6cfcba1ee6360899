import type { ReactNode } from 'react'
import type { Hit } from '@/api/types'
import { spoken } from '@/components/ui/spoken'
import { formatDateTime } from '@/lib/time'
import { Parts } from './message-text'
import { around } from './view/pieces'
import * as words from './talk-words'

interface Props {
  hit: Hit
  /** Who wrote it, or in which room. */
  name: ReactNode
}

/** A message that was found, with the text around what was sought. */
export function HitText({ hit, name }: Props) {
  return (
    <>
      <span className="block text-xs text-ink-muted">
        {words.goTo(
          spoken,
          <bdi className="font-semibold text-ink">{name}</bdi>,
          formatDateTime(hit.message.sentAt),
        )}
      </span>
      <span dir="auto" className="mt-0.5 block overflow-clip text-left text-sm wrap-anywhere">
        <Parts parts={around(hit.message.text, hit.places)} />
      </span>
    </>
  )
}

export const hitClass = 'block w-full px-4 py-3 text-left -outline-offset-2 hover:bg-sunken'
