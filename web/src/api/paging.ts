import type { Page } from './types'

/** How RTK Query walks our lists: the cursor of one page asks for the next. */
export function paged<T>() {
  return {
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<T>) => last.nextCursor ?? undefined,
  }
}

export function itemsOf<T>(data: { pages: Page<T>[] } | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? []
}
