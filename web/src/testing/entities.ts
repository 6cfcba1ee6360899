import type { Bid, BidPiece, Contract, Milestone, PortfolioItem, Task } from '@/api/types'

/** Valid things to change a field or two of. */

const usd = (amount: number) => ({ amount, currency: 'usd' as const })

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
    client: {
      id: 'usr_clara',
      name: 'Clara',
      memberSince: '2026-01-01T00:00:00Z',
      tasksPosted: 1,
      hires: 0,
      hireRate: null,
    },
    bidCount: 0,
    createdAt: '2026-11-01T00:00:00Z',
    clock: null,
    attachments: [],
    viewerBidId: null,
    contractId: null,
    ...change,
  }
}

export function aBid(name: string, amount: number, change: Partial<Bid> = {}): Bid {
  return {
    id: `bid_${name.toLowerCase()}`,
    taskId: 'tsk_1',
    taskTitle: 'Draw a logo',
    freelancer: {
      id: `usr_${name}`,
      name,
      avatarId: null,
      memberSince: '2026-01-01T00:00:00Z',
      completedContracts: 3,
    },
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
    ...change,
  }
}

export function aBidPiece(title: string, change: Partial<BidPiece> = {}): BidPiece {
  return { id: `ptf_${title}`, title, url: null, pictureId: null, ...change }
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
    freelancerId: 'usr_fiona',
    freelancerName: 'Fiona',
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
