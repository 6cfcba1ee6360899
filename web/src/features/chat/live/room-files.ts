import { UploadDesk } from '@/components/files/upload-desk'

/** Files on their way into rooms. They belong to the chat and not to what is shown: who leaves a room finds them further on. */
const desks = new Map<string, UploadDesk>()

export const roomFiles = {
  /** Those of a room, with what was kept of its draft. */
  of: (roomId: string): UploadDesk => desks.get(roomId) ?? new UploadDesk('chat', `chat.${roomId}`),

  /** The room is shown, until what this returns is called. */
  shown(roomId: string, desk: UploadDesk): () => void {
    desks.set(roomId, desk)
    desk.start()
    return () => {
      // Its draft knows the rest, and asks for it again.
      if (desk.isNeeded || desks.get(roomId) !== desk) return
      desk.stop()
      desks.delete(roomId)
    }
  },

  /** Nobody is here any more for whom they would be sent. */
  end(): void {
    desks.forEach((desk) => desk.stop())
    desks.clear()
  },
}
