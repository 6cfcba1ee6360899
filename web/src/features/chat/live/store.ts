import type { useAppStore } from '@/lib/store-parts'
import { chatOf } from '../state/slice'

export type Store = ReturnType<typeof useAppStore>

/** The chat as it is now. */
export const now = (store: Store) => chatOf(store.getState() as Parameters<typeof chatOf>[0])
