import type { Clock } from '@/api/types'
import { formatMoney } from './format'
import * as words from './silence-words'

/** From whose side a clock is read. */
export type Reader = 'client' | 'freelancer' | 'visitor'

export interface Names {
  client: string
  freelancer: string
}

/** What happens when the time is up and nothing was done, to the reader. The date stands above it. */
export function silenceText(clock: Clock, reader: Reader, names: Names): string {
  const sum = clock.amount ? formatMoney(clock.amount) : words.theMoney
  switch (clock.onSilence) {
    case 'approve_and_release':
      return reader === 'client'
        ? words.approvesToFreelancer(sum, names.freelancer)
        : words.approvesToYou(sum, names.client)
    case 'expire_task':
      return reader === 'client' ? words.yourTaskCloses : words.taskCloses(names.client)
    case 'force_decision':
      return words.platformDecides(sum)
    case 'call_admin':
      return words.adminDecides(sum)
    case 'halve':
      return words.eachGetsHalf(sum)
    case 'lose_to_bank':
      return reader === 'client' ? words.yourBankKeepsIt(sum) : words.theirBankKeepsIt(sum, names.client)
    case 'open_to_admin':
      return reader === 'client'
        ? words.youMayCallAdmin(sum, names.freelancer)
        : words.theyMayCallAdmin(sum, names.client)
  }
}
