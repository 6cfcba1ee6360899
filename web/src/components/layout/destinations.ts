import { paths } from '@/config/paths'
import type { View } from '@/lib/session-slice'
import type { IconName } from '../ui/icon'

export interface Destination {
  to: string
  label: string
  icon: IconName
}

/** Where somebody can go from everywhere, by the side they look at. */
export function destinations(view: View): Destination[] {
  return [
    { to: paths.dashboard(), label: 'Dashboard', icon: 'dashboard' },
    view === 'client'
      ? { to: paths.myTasks(), label: 'My tasks', icon: 'tasks' }
      : { to: paths.tasks(), label: 'Find work', icon: 'search' },
    ...(view === 'client'
      ? [{ to: paths.freelancers(), label: 'Find talent', icon: 'search' } as const]
      : []),
    ...(view === 'freelancer' ? [{ to: paths.myBids(), label: 'My bids', icon: 'bids' } as const] : []),
    { to: paths.contracts(), label: 'Contracts', icon: 'contracts' },
    { to: paths.payments(), label: 'Payments', icon: 'payments' },
  ]
}
