import { toProblem } from '@/api/problem'
import * as words from './words'

/** Where a file is on its way. */
export type Step =
  | { at: 'waiting' }
  | { at: 'preparing' }
  | { at: 'uploading'; sent: number; perSecond: number | null; secondsLeft: number | null }
  | { at: 'checking'; slow: boolean }
  | { at: 'clean' }
  /** The server has looked at it and refused it: sending it again changes nothing. */
  | { at: 'refused'; text: string }
  /** Something went wrong on the way: it may be tried again. */
  | { at: 'failed'; text: string }

/** Needs the connection: a few at a time. A file that is being checked needs nothing but patience. */
export const isSending = ({ at }: Step) => at === 'preparing' || at === 'uploading'

export function failure(error: unknown): Step {
  const problem = toProblem(error)
  if (problem.code === 'network_error') {
    return { at: 'failed', text: words.connectionLost }
  }
  const named = problem.errors.map(({ message }) => message).join(' ')
  if (problem.status === 422) return { at: 'refused', text: named || problem.detail }
  return { at: 'failed', text: problem.detail }
}

/** It has arrived, so trying again sends nothing. */
export function unchecked(error: unknown): Step {
  return {
    at: 'failed',
    text: words.resultUnknown(toProblem(error).detail),
  }
}
