import type { Box } from '@/lib/personal'
import type { Entry } from './entry'

/** Which files belong to a draft on this device. Only what the server has is kept: a reload loses the content. */

type Kept = Pick<Entry, 'key' | 'name' | 'size' | 'type' | 'id'>

const name = (draft: string) => `draft.${draft}.files`

export const keptFiles = {
  read(box: Box, draft: string): Entry[] {
    try {
      const kept = JSON.parse(box.get(name(draft)) ?? '[]') as Kept[]
      // Each is asked for again: it may be gone, or refused by now.
      return kept.map((file, place) => ({
        ...file,
        key: `kept-${place}`,
        step: { at: 'waiting' },
        arrived: true,
        content: null,
      }))
    } catch {
      return []
    }
  },
  write(box: Box, draft: string, entries: Entry[]): void {
    const kept = entries.filter(({ id, arrived, step }) => id && arrived && step.at !== 'refused')
    if (kept.length === 0) return box.remove(name(draft))
    const plain = kept.map(({ key, name, size, type, id }): Kept => ({ key, name, size, type, id }))
    box.set(name(draft), JSON.stringify(plain))
  },
}
