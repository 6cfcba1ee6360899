import type { NoticeCategory } from '@/api/types'
import * as words from './words'

/** What each kind is about, for whoever decides on it. */
export const helpOf: Record<NoticeCategory, string> = {
  money: words.moneyHelp,
  bidDecisions: words.bidDecisionsHelp,
  bids: words.bidsHelp,
  tasks: words.tasksHelp,
  work: words.workHelp,
  files: words.filesHelp,
  messages: words.messagesHelp,
  reminders: words.remindersHelp,
  security: words.securityHelp,
}
