import { paths } from '@/config/paths'
import type { View } from '@/lib/session-slice'
import { destinations } from './destinations'

/**
 * Where each page leads to, besides the frame that all of them have. A list leads to what it lists. The test counts
 * clicks from the dashboard over this; `pages.test.tsx` makes sure that no page is missing.
 */
export const leadsTo: Partial<Record<keyof typeof paths, (keyof typeof paths)[]>> = {
  dashboard: [
    'contract',
    'compareBids',
    'newTask',
    'tasks',
    'editProfile',
    'payments',
    'onboarding',
    'task',
    'contracts',
    'myTasks',
    'myBids',
  ],
  tasks: ['task', 'profile'],
  task: ['newBid', 'compareBids', 'contract', 'profile', 'myBids', 'editTask'],
  editTask: ['task'],
  myTasks: ['task', 'compareBids', 'newTask'],
  compareBids: ['profile', 'task', 'contract'],
  myBids: ['task', 'contract'],
  contracts: ['contract', 'profile', 'disputes'],
  contract: ['profile', 'task', 'onboarding', 'invoice', 'dispute', 'ledger'],
  ledger: ['contract'],
  disputes: ['dispute', 'openDisputes', 'contracts'],
  openDisputes: ['dispute'],
  dispute: ['contract', 'profile', 'disputes'],
  messages: ['room'],
  payments: ['invoice', 'contract', 'onboarding', 'profile', 'settings'],
  invoice: ['contract', 'settings'],
  freelancers: ['profile', 'savedTalent'],
  savedTalent: ['profile'],
  profile: ['editProfile'],
  settings: ['editProfile', 'security', 'notificationSettings'],
  notifications: ['notificationSettings', 'task', 'contract', 'dispute', 'myBids', 'payments', 'security'],
  editProfile: ['editPortfolio', 'settings', 'security', 'profile'],
  newBid: ['editPortfolio', 'task'],
}

/** What the account's menu offers: two clicks from everywhere, since it is opened first. */
export const accountMenu: (keyof typeof paths)[] = [
  'profile',
  'payments',
  'savedTalent',
  'settings',
  'security',
]

/** What the footer offers. */
export const footer: (keyof typeof paths)[] = [
  'tasks',
  'freelancers',
  'fees',
  'help',
  'terms',
  'privacy',
  'accessibility',
]

const nameOf = (address: string) =>
  (Object.keys(paths) as (keyof typeof paths)[]).find((name) => (paths[name] as () => string)() === address)

/** How many clicks each page is away from the dashboard, for one side. */
export function clicks(view: View): Map<keyof typeof paths, number> {
  const frame = [
    ...destinations(view).map(({ to }) => nameOf(to)),
    view === 'client' ? ('newTask' as const) : ('tasks' as const),
    'notifications' as const,
    ...footer,
  ]
  const found = new Map<keyof typeof paths, number>([['dashboard', 0]])
  const reach = (name: keyof typeof paths | undefined, count: number) => {
    if (name && count < (found.get(name) ?? Infinity)) found.set(name, count)
  }
  frame.forEach((name) => reach(name, 1))
  accountMenu.forEach((name) => reach(name, 2))
  for (let round = 0; round < 4; round += 1)
    for (const [name, count] of [...found]) leadsTo[name]?.forEach((next) => reach(next, count + 1))
  return found
}
