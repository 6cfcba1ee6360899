import type { NoticeCategory } from '@/api/types'
import type { IconName } from '../ui/icon'
import * as words from './words'

interface About {
  name: string
  icon: IconName
}

/** What notifications are about, in the order in which it is listed. */
export const categories: Record<NoticeCategory, About> = {
  money: { name: words.money, icon: 'payments' },
  bidDecisions: { name: words.bidDecisions, icon: 'check-circle' },
  bids: { name: words.bids, icon: 'bids' },
  work: { name: words.work, icon: 'contracts' },
  messages: { name: words.messages, icon: 'messages' },
  reminders: { name: words.reminders, icon: 'clock' },
  tasks: { name: words.tasks, icon: 'tasks' },
  files: { name: words.files, icon: 'copy' },
  security: { name: words.security, icon: 'lock' },
}

export const isCategory = (text: string | null): text is NoticeCategory =>
  text !== null && Object.hasOwn(categories, text)

/** A newer server may know more of them than this page. */
export const aboutOf = (category: string): About =>
  isCategory(category) ? categories[category] : { name: words.everything, icon: 'bell' }
