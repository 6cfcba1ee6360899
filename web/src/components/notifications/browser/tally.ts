import { isMarked, type ReadMark } from '@/api/told'
import type { Told } from '@/api/types'

/** So long after the last one, the next is news again and may be heard. */
const PAUSE = 60_000
/** Things that come together are heard once. */
const BETWEEN_SOUNDS = 5_000

interface Heard {
  /** How many each of them stands for. */
  counts: Map<string, number>
  at: number
}

export interface Shown {
  tag: string
  count: number
  sound: boolean
}

/** One notification for each thing and kind: a bid is not hidden by messages about the same task. */
const tagOf = ({ id, category, thing }: Told) => `${category} ${thing ? `${thing.type} ${thing.id}` : id}`

/** Counts what came for each thing since it was last looked at, and says whether it may be heard. */
export class Tally {
  readonly #heard = new Map<string, Heard>()
  #soundAt = Number.NEGATIVE_INFINITY

  add(told: Told, now: number): Shown {
    const tag = tagOf(told)
    const before = this.#heard.get(tag)
    const heard = before ?? { counts: new Map<string, number>(), at: Number.NEGATIVE_INFINITY }
    const sound = now - heard.at >= PAUSE && now - this.#soundAt >= BETWEEN_SOUNDS
    heard.counts.set(told.id, told.count)
    heard.at = now
    this.#heard.set(tag, heard)
    if (sound) this.#soundAt = now
    return { tag, count: [...heard.counts.values()].reduce((sum, count) => sum + count, 0), sound }
  }

  /** Forgets what was read; the answer names those of which nothing is left. */
  forget(mark: ReadMark): string[] {
    const empty: string[] = []
    for (const [tag, { counts }] of this.#heard) {
      for (const id of [...counts.keys()]) if (isMarked(mark, id)) counts.delete(id)
      if (counts.size === 0 && this.#heard.delete(tag)) empty.push(tag)
    }
    return empty
  }
}
