import type { Clock } from '@/api/types'
import { formatMoney } from './format'

/** From whose side a clock is read. */
export type Reader = 'client' | 'freelancer' | 'visitor'

export interface Names {
  client: string
  freelancer: string
}

/** What happens when the time is up and nothing was done, to the reader. The date stands above it. */
export function silenceText(clock: Clock, reader: Reader, names: Names): string {
  const sum = clock.amount ? formatMoney(clock.amount) : 'the money'
  switch (clock.onSilence) {
    case 'approve_and_release':
      return reader === 'client'
        ? `Without an answer from you, it is approved then and ${sum} goes to ${names.freelancer}.`
        : `Without an answer from ${names.client}, it is approved then and ${sum} goes to you.`
    case 'expire_task':
      return reader === 'client'
        ? 'Accept a bid by then. Otherwise the task closes, and every bidder is told.'
        : `${names.client} accepts a bid by then. Otherwise the task closes, and every bidder is told.`
    case 'force_decision':
      return `If nothing is approved by then, an admin decides who gets ${sum}.`
  }
}
