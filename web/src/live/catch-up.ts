import type { Store } from '@reduxjs/toolkit'

/** Asks again for what the page shows. A page without server data has nothing to ask, and does not load the API for it. */
export async function catchUp(store: Store): Promise<void> {
  if (!('api' in store.getState())) return
  const { api, tagTypes } = await import('@/api/base-api')
  store.dispatch(api.util.invalidateTags([...tagTypes]))
}
