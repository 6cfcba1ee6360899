import type { NoticeCategory, Page, Told } from './types'

/** How what was told is changed by what comes over the live connection, or was just done here. Nothing here asks anybody. */

export interface ToldFilter {
  category?: NoticeCategory
  unread?: boolean
}

export interface ToldPage extends Page<Told> {
  unreadCount: number
}

/** What somebody has read: these, or everything, or one and all before it. */
export interface ReadMark {
  ids: string[] | null
  upTo: string | null
}

const fits = ({ category, unread }: ToldFilter, told: Told) =>
  (!category || told.category === category) && (!unread || told.readAt === null)

/** At the top of the list; what was folded into it stands nowhere else. */
export function addTold(pages: ToldPage[], filter: ToldFilter, told: Told): void {
  for (const page of pages) page.items = page.items.filter(({ id }) => id !== told.id)
  if (fits(filter, told)) pages[0]?.items.unshift(told)
}

/** The greater an id, the later it happened. */
export const isMarked = ({ ids, upTo }: ReadMark, id: string): boolean =>
  ids ? ids.includes(id) : upTo === null || id <= upTo

/** They stay where they are, even in a list of what is unread: nothing vanishes under who reads it. */
export function markTold(pages: ToldPage[], mark: ReadMark, now: string): void {
  for (const told of pages.flatMap(({ items }) => items)) if (isMarked(mark, told.id)) told.readAt ??= now
}
