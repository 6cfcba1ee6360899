import { useEffect, useState, useSyncExternalStore } from 'react'
import type { FilePurpose } from '@/api/types'
import { UploadDesk } from './upload-desk'

/** The files of one form, which end with it: what is on its way when the page is left is not finished for nobody. */
export function useUploads(purpose: FilePurpose, draft?: string) {
  const [desk] = useState(() => new UploadDesk(purpose, draft))
  useEffect(() => {
    desk.start()
    return desk.stop
  }, [desk])
  return useDesk(desk)
}

/** A desk, shown as it is. */
export function useDesk(desk: UploadDesk) {
  const shown = useSyncExternalStore(desk.subscribe, desk.now, desk.now)
  const { add, remove, retry, clear, finish, result } = desk
  return { ...shown, add, remove, retry, clear, finish, result }
}

export type Uploads = ReturnType<typeof useDesk>
