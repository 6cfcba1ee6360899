import { http } from './http'
import { toProblem } from './problem'
import type { Export } from './types'

type ExportLists = Omit<Export, 'exportedAt' | 'nextCursor'>

/** Everything that is kept about the person, as a file. Much of it comes in parts, which become one. */
export async function exportData(): Promise<Blob> {
  try {
    const whole: ExportLists = {
      account: [],
      tasks: [],
      bids: [],
      contracts: [],
      files: [],
      disputes: [],
      rooms: [],
    }
    let exportedAt: string | null = null
    let cursor: string | null = null
    do {
      const part: Export = (await http.get<Export>('/users/me/export', { params: { cursor } })).data
      exportedAt ??= part.exportedAt
      whole.account.push(...part.account)
      whole.tasks.push(...part.tasks)
      whole.bids.push(...part.bids)
      whole.contracts.push(...part.contracts)
      whole.files.push(...part.files)
      whole.disputes.push(...part.disputes)
      whole.rooms.push(...part.rooms)
      cursor = part.nextCursor
    } while (cursor)
    return new Blob([JSON.stringify({ exportedAt, ...whole }, null, 2)], { type: 'application/json' })
  } catch (error) {
    throw toProblem(error)
  }
}
