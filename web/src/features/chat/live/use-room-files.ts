import { useEffect, useState } from 'react'
import { useDesk } from '@/components/files/use-uploads'
import { roomFiles } from './room-files'

/** The files that are written into a room, which go on without it. A room's own, so it needs another one for another room. */
export function useRoomFiles(roomId: string) {
  const [desk] = useState(() => roomFiles.of(roomId))
  useEffect(() => roomFiles.shown(roomId, desk), [roomId, desk])
  return useDesk(desk)
}
