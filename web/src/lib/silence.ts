import type { Clock } from '@/api/types'
import { formatMoney } from './format'
import { isolated } from './isolated'

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
        ? `If you don’t answer by then, it is approved and ${sum} goes to ${isolated(names.freelancer)}.`
        : `If ${isolated(names.client)} doesn’t answer by then, it is approved and ${sum} goes to you.`
    case 'expire_task':
      return reader === 'client'
        ? 'Accept a bid by then. Otherwise the task closes, and every bidder is told.'
        : `If ${isolated(names.client)} accepts no bid by then, the task closes and every bidder is told.`
    case 'force_decision':
      return `If nothing is approved by then, ProConnect decides who gets ${sum}.`
  }
}
