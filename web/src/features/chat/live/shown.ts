/** The rooms that are on the page: they are kept up to date. */

const rooms = new Map<string, number>()

export const shown = {
  rooms: () => [...rooms.keys()],
  /** Until the answer is called. */
  add(roomId: string): () => void {
    rooms.set(roomId, (rooms.get(roomId) ?? 0) + 1)
    return () => {
      const count = (rooms.get(roomId) ?? 1) - 1
      if (count > 0) rooms.set(roomId, count)
      else rooms.delete(roomId)
    }
  },
}
