import { screen } from '@testing-library/react'
import { expect, test, vi, beforeEach, afterEach } from 'vitest'
import type { Clock, Milestone } from '@/api/types'
import { aContract, aMilestone } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { MilestoneItem } from './milestone-item'

const hold: Clock = {
  actor: 'freelancer',
  dueAt: '2027-02-18T12:00:00Z',
  onSilence: 'force_decision',
  text: 'Money is held for 85 days at most.',
  amount: { amount: 20_000, currency: 'usd' },
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-12T09:00:00Z') })
})
afterEach(() => vi.useRealTimers())

function show(who: 'clara' | 'fiona', change: Partial<Milestone>) {
  const milestone = aMilestone({ status: 'pending', dueDate: '2026-12-15', clock: hold, ...change })
  const contract = aContract([milestone])
  renderAs(<MilestoneItem contract={contract} milestone={milestone} userId={`usr_${who}`} />, {
    as: person(who),
  })
  return screen.getAllByRole('listitem')[0]?.textContent
}

test("the freelancer's card is about their work and its day, not about the end of the hold", () => {
  const card = show('fiona', {})
  expect(card).toContain('Your turn')
  expect(card).toMatch(/3 days .*left · by 15 Dec 2026/)
  expect(card).toContain('Do the work and submit it here.')
  expect(card).toMatch(/Held until 18 Feb 2027/)
  expect(card).not.toMatch(/\d\d days left/)
})

test('a payment that takes days asks nobody to pay again, and offers no second payment page', () => {
  const payment = { status: 'funding', fundedAt: null, releasedAt: null, checkoutUrl: null } as const
  const client = show('clara', { clock: null, payment })
  expect(client).toContain('Your payment is on its way')
  expect(client).toContain('Don’t pay again')
  expect(screen.queryByRole('button')).toBeNull()
})

test('the freelancer reads whose payment is on its way', () => {
  const payment = { status: 'funding', fundedAt: null, releasedAt: null, checkoutUrl: null } as const
  expect(show('fiona', { clock: null, payment })).toContain('Clara’s payment is on its way')
})

test('after a request for changes it says so', () => {
  expect(show('fiona', { status: 'changes_requested' })).toContain('Clara asked for changes.')
})

test('the client reads of the same work', () => {
  const card = show('clara', { status: 'changes_requested' })
  expect(card).toContain('Waiting for Fiona')
  expect(card).toContain('You asked for changes. Fiona makes them')
})

test('late work is said to be late', () => {
  expect(show('fiona', { dueDate: '2026-12-08' })).toMatch(/3 days .*late · by 8 Dec 2026/)
})

test('a review names the reader as you, and has one date', () => {
  const review: Clock = {
    ...hold,
    actor: 'client',
    onSilence: 'approve_and_release',
    dueAt: '2026-12-20T12:00:00Z',
    amount: { amount: 18_000, currency: 'usd' },
  }
  const card = show('clara', { status: 'in_review', clock: review })
  expect(card).toContain('If you don’t answer by then, it is approved and $180.00 goes to Fiona.')
  expect(card).not.toContain('Held until')
})

test('what ended otherwise than by an approval is not said to be in review', () => {
  const payment = { status: 'released', fundedAt: null, releasedAt: null, checkoutUrl: null } as const
  const settlement = {
    disputeId: 'dsp_1',
    toFreelancer: { amount: 12_000, currency: 'usd' as const },
    toClient: { amount: 8_000, currency: 'usd' as const },
    fee: { amount: 1_200, currency: 'usd' as const },
    refund: 'refunded' as const,
    decidedAt: '2026-12-01T00:00:00Z',
  }
  const settled = show('clara', { status: 'in_review', clock: null, payment, settlement })
  expect(settled).toContain('Settled in a dispute')
  expect(settled).not.toContain('In review')
})

test('a milestone whose money went back says so', () => {
  const payment = { status: 'refunded', fundedAt: null, releasedAt: null, checkoutUrl: null } as const
  const nothing = { amount: 0, currency: 'usd' as const }
  const card = show('fiona', { status: 'in_review', clock: null, payment, remaining: nothing })
  expect(card).toContain('Ended by a refund')
  expect(card).not.toContain('In review')
})

test('a refund that is asked for is the freelancer’s turn, and not the work', () => {
  const clock: Clock = { ...hold, onSilence: 'open_to_admin', dueAt: '2026-12-15T12:00:00Z' }
  const card = show('fiona', { status: 'pending', clock })
  expect(card).toContain('If you don’t answer by then, nothing moves by itself, but Clara may call an admin')
  expect(card).not.toContain('Do the work and submit it here.')
})

test('a milestone whose money the bank took names the bank', () => {
  const payment = { status: 'chargeback_lost', fundedAt: null, releasedAt: null, checkoutUrl: null } as const
  const nothing = { amount: 0, currency: 'usd' as const }
  const card = show('fiona', { status: 'in_review', clock: null, payment, remaining: nothing })
  expect(card).toContain('Ended by the bank')
  expect(card).not.toContain('Ended by a refund')
})
