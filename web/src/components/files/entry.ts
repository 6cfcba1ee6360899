import type { Step } from './step'

/** A file that somebody wants to attach. */
export interface Entry {
  key: string
  name: string
  size: number
  type: string
  /** The server's id, once it has one. */
  id: string | null
  /** The server has its content, too: only the check is waited for. */
  arrived: boolean
  step: Step
  /** The content; gone after a reload, when only the id was kept. */
  content: File | null
}
