import type {
  Bid,
  BidPiece,
  Contract,
  Milestone,
  NoticePreferences,
  Person,
  PortfolioItem,
  Profile,
  PublicProfile,
  Task,
  Told,
} from '@/api/types'

/** Valid things to change a field or two of. */

const usd = (amount: number) => ({ amount, currency: 'usd' as const })

export function aPerson(name: string, change: Partial<Person> = {}): Person {
  return {
    id: `usr_${name.toLowerCase()}`,
    name,
    avatarId: null,
    headline: '',
    memberSince: '2026-01-01T00:00:00Z',
    tasksPosted: 0,
    hires: 0,
    paid: [],
    completedContracts: 0,
    replyMinutes: null,
    hasLeft: false,
    ...change,
  }
}

export function aProfile(name: string, change: Partial<Profile> = {}): PublicProfile {
  return {
    ...aPerson(name),
    roles: ['freelancer'],
    createdAt: '2026-01-01T00:00:00Z',
    profile: {
      headline: '',
      bio: '',
      skills: [],
      rate: null,
      country: null,
      location: null,
      links: [],
      avatarId: null,
      portfolio: [],
      ...change,
    },
  }
}

export function aTask(change: Partial<Task> = {}): Task {
  return {
    id: 'tsk_1',
    title: 'Draw a logo',
    description: '<p>A logo for a bakery.</p>',
    category: 'design',
    skills: ['Logo design'],
    budget: { type: 'fixed', min: 20_000, max: 50_000, currency: 'usd' },
    deadline: '2099-01-01T00:00:00Z',
    location: null,
    status: 'open',
    client: aPerson('Clara', { tasksPosted: 1 }),
    bidCount: 0,
    createdAt: '2026-11-01T00:00:00Z',
    clock: null,
    attachments: [],
    viewerBidId: null,
    contractId: null,
    version: 1,
    changes: [],
    cancelReason: null,
    ...change,
  }
}

export function aBid(name: string, amount: number, change: Partial<Bid> = {}): Bid {
  return {
    id: `bid_${name.toLowerCase()}`,
    taskId: 'tsk_1',
    taskTitle: 'Draw a logo',
    freelancer: aPerson(name, { completedContracts: 3 }),
    coverLetter: 'I have drawn forty logos.',
    amount: usd(amount),
    timelineDays: amount / 1000,
    milestones: [],
    questions: [],
    portfolioItems: [],
    attachments: [],
    status: 'submitted',
    declineReason: null,
    declineNote: null,
    createdAt: '2026-11-02T00:00:00Z',
    contractId: null,
    taskVersion: 1,
    isAsked: false,
    ...change,
  }
}

export function aBidPiece(title: string, change: Partial<BidPiece> = {}): BidPiece {
  return { id: `ptf_${title}`, title, url: null, pictureId: null, file: null, ...change }
}

export function aPiece(title: string, change: Partial<PortfolioItem> = {}): PortfolioItem {
  return { ...aBidPiece(title), description: '', skills: [], ...change }
}

export function aMilestone(change: Partial<Milestone> = {}): Milestone {
  return {
    id: 'mst_1',
    contractId: 'ctr_1',
    number: 1,
    title: 'Drafts',
    description: '',
    amount: usd(20_000),
    fee: usd(2_000),
    payout: usd(18_000),
    dueDate: '2026-12-01',
    status: 'in_review',
    payment: { status: 'funded', fundedAt: null, releasedAt: null, checkoutUrl: null },
    criteria: ['Two colours', 'As a vector file'],
    submissions: [],
    revisions: [],
    approvedAt: null,
    clock: null,
    disputeId: null,
    settlement: null,
    remaining: usd(20_000),
    refunds: [],
    refundRequests: [],
    chargeback: null,
    ...change,
  }
}

export function aContract(milestones: Milestone[]): Contract {
  return {
    id: 'ctr_1',
    taskId: 'tsk_1',
    taskTitle: 'Draw a logo',
    clientId: 'usr_clara',
    clientName: 'Clara',
    client: aPerson('Clara'),
    freelancerId: 'usr_fiona',
    freelancerName: 'Fiona',
    freelancer: aPerson('Fiona'),
    status: 'active',
    total: usd(20_000),
    feeBasisPoints: 1000,
    progress: {
      percent: 0,
      approvedAmount: usd(0),
      totalAmount: usd(20_000),
      approvedCount: 0,
      totalCount: milestones.length,
    },
    createdAt: '2026-11-03T00:00:00Z',
    milestones,
  }
}

export function aTold(number: number, change: Partial<Told> = {}): Told {
  return {
    id: `ntf_${number}`,
    kind: 'bidReceived',
    category: 'bids',
    isCritical: false,
    text: `Fiona bids $${number}.00.`,
    place: { page: 'task', id: 'tsk_1' },
    path: '/tasks/tsk_1/bids',
    thing: { type: 'task', id: 'tsk_1', title: 'Draw a logo' },
    count: 1,
    createdAt: `2026-11-0${number}T00:00:00Z`,
    readAt: null,
    isGone: false,
    ...change,
  }
}

const noticeCategories = [
  'security',
  'money',
  'bidDecisions',
  'bids',
  'tasks',
  'work',
  'files',
  'messages',
  'reminders',
] as const

export function somePreferences(change: Partial<NoticePreferences> = {}): NoticePreferences {
  const categories = noticeCategories.map((category, place) => ({
    category,
    isCritical: place < 3,
    mail: place < 3 ? ('always' as const) : ('on' as const),
    inApp: true,
    browser: true,
  }))
  return { version: 3, timeZone: 'Europe/Berlin', digest: 'off', digestHour: 8, categories, ...change }
}
