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
  /** What a visitor's page asks first; `$1` is what the pattern caught. */
  asks?: string
  /** What it asks first of somebody who is signed in, as themselves. */
  owns?: string[]
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
  { path: '^/tasks/mine$', page: 'tasks/my-tasks', through: own, owns: ['/v1/tasks/mine'] },
  { path: '^/tasks/([^/]+)$', page: 'tasks/task', asks: '/v1/tasks/$1', owns: ['/v1/tasks/$1'] },
  {
    path: '^/tasks/([^/]+)/edit$',
    page: 'tasks/edit-task',
    through: rest,
    owns: ['/v1/tasks/$1'],
  },
  {
    path: '^/tasks/([^/]+)/bid$',
    page: 'bids/new-bid',
    through: rest,
    owns: ['/v1/tasks/$1', '/v1/users/me'],
  },
  {
    path: '^/tasks/([^/]+)/bids$',
    page: 'bids/compare-bids',
    through: rest,
    owns: ['/v1/tasks/$1', '/v1/tasks/$1/bids?limit=100'],
  },
  { path: '^/bids$', page: 'bids/my-bids', through: rest, owns: ['/v1/bids/mine'] },
  { path: '^/freelancers$', page: 'people/freelancers', through: rest, asks: '/v1/freelancers' },
  {
    path: '^/freelancers/saved$',
    page: 'people/saved-talent',
    through: rest,
    owns: ['/v1/users/me/saved?limit=100'],
  },
  { path: '^/people/([^/]+)$', page: 'people/profile', through: rest, asks: '/v1/users/$1' },
  {
    path: '^/dashboard$',
    page: 'dashboard/dashboard',
    through: rest,
    owns: ['/v1/users/me', '/v1/users/me/dashboard', '/v1/payments?limit=100'],
  },
  { path: '^/contracts$', page: 'contracts/contracts', through: rest },
  { path: '^/contracts/([^/]+)$', page: 'contracts/contract', through: rest, owns: ['/v1/contracts/$1'] },
  {
    path: '^/contracts/([^/]+)/money$',
    page: 'contracts/ledger',
    through: rest,
    owns: ['/v1/contracts/$1', '/v1/contracts/$1/ledger?limit=100'],
  },
  { path: '^/disputes$', page: 'disputes/disputes', through: rest, owns: ['/v1/disputes'] },
  { path: '^/disputes/[^/]+$', page: 'disputes/dispute', through: rest },
  { path: '^/admin/disputes$', page: 'disputes/open-disputes', through: rest },
  { path: '^/messages$', page: 'messages/messages', through: rest },
  { path: '^/messages/', page: 'messages/messages', through: [...rest, 'src/features/chat/room-view.tsx'] },
  {
    path: '^/payments$',
    page: 'payments/payments',
    through: rest,
    owns: ['/v1/payments?limit=100', '/v1/users/me/dashboard'],
  },
  { path: '^/payments/onboarding$', page: 'payments/onboarding', through: rest },
  {
    path: '^/payments/([^/]+)/invoice$',
    page: 'payments/invoice',
    through: rest,
    owns: ['/v1/payments/$1/invoice'],
  },
  { path: '^/settings$', page: 'settings/settings', through: rest },
  { path: '^/settings/profile$', page: 'settings/edit-profile', through: rest, owns: ['/v1/users/me'] },
  {
    path: '^/settings/security$',
    page: 'settings/security',
    through: rest,
    owns: ['/v1/auth/sessions', '/v1/users/me/activity?limit=10'],
  },
  {
    path: '^/settings/notifications$',
    page: 'settings/notifications',
    through: rest,
    owns: ['/v1/notifications/preferences'],
  },
  {
    path: '^/notifications$',
    page: 'notifications/notifications',
    through: rest,
    owns: ['/v1/notifications'],
  },
  { path: '^/unsubscribe$', page: 'notifications/unsubscribe', through: rest },
  { path: '^/(fees|help|terms|privacy|accessibility)$', page: 'about/about', through: rest },
]

/** What the frame of somebody who is signed in needs besides. */
export const ownFrame = [
  'src/api/first-answers.ts',
  'src/components/layout/own-actions.tsx',
  'src/components/layout/main-nav.tsx',
]

export const pageFile = (page: string) => `src/app/routes/${page}.tsx`
