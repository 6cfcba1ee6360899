import type { Told } from '@/api/types'

/** What was told about one thing. */
export interface Group {
  id: string
  newest: Told
  earlier: Told[]
}

const keyOf = ({ id, thing }: Told) => (thing ? `${thing.type} ${thing.id}` : id)

/** By what it is about; the group that has heard something last comes first, and so it is within each. */
export function grouped(all: Told[]): Group[] {
  const groups = new Map<string, Group>()
  for (const told of all) {
    const key = keyOf(told)
    const group = groups.get(key)
    if (group) group.earlier.push(told)
    else groups.set(key, { id: key, newest: told, earlier: [] })
  }
  return [...groups.values()]
}

export const unreadOf = (all: Told[]) => all.filter(({ readAt }) => readAt === null)

/** Whoever opens one has seen what leads to the same place and came before it. */
export function readByOpening(opened: Told, { newest, earlier }: Group): string[] {
  const all = [newest, ...earlier]
  const older = all.slice(all.indexOf(opened)).filter(({ path }) => path === opened.path)
  return unreadOf(older).map(({ id }) => id)
}
