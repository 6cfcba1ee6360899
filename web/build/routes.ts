/**
 * Which code and which first question each page begins with, so that both are asked for while the frame is still on its
 * way. A test holds it against the application's own paths; the build fails when a page's file is not there.
 */
export interface FirstNeeds {
  /** Of the address, as a regular expression's source. */
  path: string
  /** The page's file under `src/app/routes`. */
  page: string
  /** The others it comes through. */
  through?: string[]
  /** What a visitor's page asks first; `$1` is what the pattern caught. Somebody who is signed in asks as themselves. */
  asks?: string
}

const rest = ['src/app/more-routes.tsx']
const own = ['src/app/own-tasks.tsx']

export const firstNeeds: FirstNeeds[] = [
  { path: '^/$', page: 'landing' },
  { path: '^/login$', page: 'auth/log-in' },
  { path: '^/register$', page: 'auth/register' },
  { path: '^/verify-email$', page: 'auth/verify-email', through: rest },
  { path: '^/forgot-password$', page: 'auth/forgot-password', through: rest },
  { path: '^/tasks$', page: 'tasks/browse', asks: '/v1/tasks' },
  { path: '^/tasks/new$', page: 'tasks/new-task', through: own },
  { path: '^/tasks/mine$', page: 'tasks/my-tasks', through: own },
  { path: '^/tasks/([^/]+)$', page: 'tasks/task', asks: '/v1/tasks/$1' },
  { path: '^/tasks/[^/]+/bid$', page: 'bids/new-bid', through: rest },
  { path: '^/tasks/[^/]+/bids$', page: 'bids/compare-bids', through: rest },
  { path: '^/bids$', page: 'bids/my-bids', through: rest },
  { path: '^/freelancers$', page: 'people/freelancers', through: rest, asks: '/v1/freelancers' },
  { path: '^/freelancers/saved$', page: 'people/saved-talent', through: rest },
  { path: '^/people/([^/]+)$', page: 'people/profile', through: rest, asks: '/v1/users/$1' },
  { path: '^/dashboard$', page: 'dashboard/dashboard', through: rest },
  { path: '^/contracts$', page: 'contracts/contracts', through: rest },
  { path: '^/contracts/[^/]+$', page: 'contracts/contract', through: rest },
  { path: '^/contracts/[^/]+/money$', page: 'contracts/ledger', through: rest },
  { path: '^/disputes$', page: 'disputes/disputes', through: rest },
  { path: '^/disputes/[^/]+$', page: 'disputes/dispute', through: rest },
  { path: '^/admin/disputes$', page: 'disputes/open-disputes', through: rest },
  { path: '^/messages$', page: 'messages/messages', through: rest },
  { path: '^/messages/', page: 'messages/messages', through: [...rest, 'src/features/chat/room-view.tsx'] },
  { path: '^/payments$', page: 'payments/payments', through: rest },
  { path: '^/payments/onboarding$', page: 'payments/onboarding', through: rest },
  { path: '^/payments/[^/]+/invoice$', page: 'payments/invoice', through: rest },
  { path: '^/settings$', page: 'settings/settings', through: rest },
  { path: '^/settings/profile$', page: 'settings/edit-profile', through: rest },
  { path: '^/settings/security$', page: 'settings/security', through: rest },
  { path: '^/settings/notifications$', page: 'settings/notifications', through: rest },
  { path: '^/notifications$', page: 'notifications/notifications', through: rest },
  { path: '^/unsubscribe$', page: 'notifications/unsubscribe', through: rest },
  { path: '^/(fees|help|terms|privacy|accessibility)$', page: 'about/about', through: rest },
]

/** What the frame of somebody who is signed in needs besides. */
export const ownFrame = [
  'src/api/refresh.ts',
  'src/components/layout/own-actions.tsx',
  'src/components/layout/main-nav.tsx',
]

export const pageFile = (page: string) => `src/app/routes/${page}.tsx`
