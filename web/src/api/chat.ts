import { http } from './http'
import type { Hit, Message, Page, ReportReason, Room, RoomHit } from './types'

/** Rooms and what is said in them. Outside the cache: it also comes over the live connection (features/chat/state). */

interface Span {
  /** Newest first: this message and those before it. */
  upTo?: string
  /** Oldest first: those behind this message. */
  after?: string
  cursor?: string | null
  limit?: number
}

const read = async <T>(url: string, params?: object): Promise<T> => (await http.get<T>(url, { params })).data

export const listRooms = (cursor: string | null) =>
  read<Page<Room>>('/rooms', { cursor: cursor ?? undefined, limit: 100 })

export const getRoom = (roomId: string) => read<Room>(`/rooms/${roomId}`)

/** Opens it, or answers the one that is there. The client names the freelancer. */
export async function openRoom(taskId: string, freelancerId?: string): Promise<Room> {
  return (await http.post<Room>(`/tasks/${taskId}/room`, { freelancerId })).data
}

export const listMessages = (roomId: string, span: Span) =>
  read<Page<Message>>(`/rooms/${roomId}/messages`, { ...span, cursor: span.cursor ?? undefined })

export const searchRoom = (roomId: string, q: string, cursor: string | null) =>
  read<Page<Hit>>(`/rooms/${roomId}/messages/search`, { q, cursor: cursor ?? undefined })

export const searchRooms = (q: string, cursor: string | null) =>
  read<Page<RoomHit>>('/rooms/search', { q, cursor: cursor ?? undefined })

export async function editMessage({ roomId, id, version }: Message, text: string): Promise<Message> {
  return (await http.patch<Message>(`/rooms/${roomId}/messages/${id}`, { text, version })).data
}

export async function deleteMessage({ roomId, id }: Message): Promise<Message> {
  return (await http.delete<Message>(`/rooms/${roomId}/messages/${id}`)).data
}

export async function reportMessage(
  { roomId, id }: Message,
  body: { reason: ReportReason; note: string },
): Promise<void> {
  await http.post(`/rooms/${roomId}/messages/${id}/report`, body)
}
