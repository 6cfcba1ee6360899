import type { Store } from '@reduxjs/toolkit'
import { contractTags } from '@/api/contract-tags'
import type { Frame } from '@/api/types'

/** Asks again for what a frame says has changed, where a page shows it. */
export async function askAgain(store: Store, frame: Frame | undefined): Promise<void> {
  if (frame?.type !== 'contract' || !('api' in store.getState())) return
  const { api } = await import('@/api/base-api')
  store.dispatch(api.util.invalidateTags([...contractTags(frame.contractId)]))
}
