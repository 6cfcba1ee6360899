import { http } from './http'
import { toProblem } from './problem'
import { refreshSession } from './refresh'
import type { Ticket } from './types'

/** A ticket for one WebSocket connection, after a look at whether the session goes on if that is doubtful; null if not. */
export async function liveTicket(doubtful: boolean): Promise<Ticket | null> {
  if (doubtful && !(await refreshSession())) return null
  try {
    return (await http.post<Ticket>('/chat/ticket')).data
  } catch (error) {
    const problem = toProblem(error)
    if (problem.status === 401) return null
    throw problem
  }
}
