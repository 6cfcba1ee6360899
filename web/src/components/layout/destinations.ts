import { paths } from '@/config/paths'
import type { View } from '@/lib/session-slice'
import * as common from '@/words/common'
import type { IconName } from '../ui/icon'
import * as words from './words'

export interface Destination {
  to: string
  label: string
  icon: IconName
  /** What is new there is counted. */
  counts?: 'messages'
}

/** Where somebody can go from everywhere, by the side they look at. */
export function destinations(view: View): Destination[] {
  return [
    { to: paths.dashboard(), label: words.dashboard, icon: 'dashboard' },
    view === 'client'
      ? { to: paths.myTasks(), label: words.myTasks, icon: 'tasks' }
      : { to: paths.tasks(), label: common.findWork, icon: 'search' },
    ...(view === 'client'
      ? [{ to: paths.freelancers(), label: common.findTalent, icon: 'search' } as const]
      : []),
    ...(view === 'freelancer' ? [{ to: paths.myBids(), label: words.myBids, icon: 'bids' } as const] : []),
    { to: paths.contracts(), label: words.contracts, icon: 'contracts' },
    { to: paths.messages(), label: words.messages, icon: 'messages', counts: 'messages' },
    { to: paths.payments(), label: words.payments, icon: 'payments' },
  ]
}
