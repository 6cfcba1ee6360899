/** Every link of the application is built here. */

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

export const paths = {
  home: () => '/',
  login: (next?: string | null) => withQuery('/login', { next }),
  register: (query: { role?: string; next?: string | null } = {}) => withQuery('/register', query),
  verifyEmail: (next?: string | null) => withQuery('/verify-email', { next }),
  forgotPassword: () => '/forgot-password',
  profile: (userId: string) => `/people/${userId}`,
  freelancers: (query: Record<string, string | null | undefined> = {}) => withQuery('/freelancers', query),
  savedTalent: () => '/freelancers/saved',
  editProfile: () => '/settings/profile',
  editPortfolio: () => '/settings/profile#portfolio',
  settings: () => '/settings',
  security: () => '/settings/security',
  notificationSettings: () => '/settings/notifications',
  dashboard: () => '/dashboard',
  notifications: () => '/notifications',
  tasks: (query: Record<string, string | null | undefined> = {}) => withQuery('/tasks', query),
  newTask: () => '/tasks/new',
  myTasks: () => '/tasks/mine',
  task: (taskId: string) => `/tasks/${taskId}`,
  editTask: (taskId: string) => `/tasks/${taskId}/edit`,
  newBid: (taskId: string) => `/tasks/${taskId}/bid`,
  compareBids: (taskId: string) => `/tasks/${taskId}/bids`,
  myBids: () => '/bids',
  contracts: () => '/contracts',
  contract: (contractId: string) => `/contracts/${contractId}`,
  ledger: (contractId: string) => `/contracts/${contractId}/money`,
  disputes: () => '/disputes',
  dispute: (disputeId: string) => `/disputes/${disputeId}`,
  openDisputes: () => '/admin/disputes',
  messages: () => '/messages',
  /** `at` names a message to go to. */
  room: (roomId: string, at?: string | null) => withQuery(`/messages/${roomId}`, { at }),
  payments: () => '/payments',
  invoice: (paymentId: string) => `/payments/${paymentId}/invoice`,
  onboarding: () => '/payments/onboarding',
  fees: () => '/fees',
  help: () => '/help',
  terms: () => '/terms',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
}

/** The page to go back to after signing in: only one of ours, never another site. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : paths.dashboard()
}
