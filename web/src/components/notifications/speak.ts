import type { Told } from '@/api/types'
import { announce } from '../ui/announcer'
import * as words from './words'

/** What comes within so long is said in one sentence. */
const TOGETHER = 1_500

/** Reads out what came just now, politely, and many at once as their number. */
export function speakOf() {
  let waiting = new Map<string, Told>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function say(): void {
    const [first] = waiting.values()
    if (first) announce(waiting.size === 1 ? words.cameNow(first.text) : words.cameMany(waiting.size))
    waiting = new Map()
    timer = undefined
  }

  return {
    add(told: Told): void {
      waiting.set(told.id, told)
      timer ??= setTimeout(say, TOGETHER)
    },
    end: () => clearTimeout(timer),
  }
}
