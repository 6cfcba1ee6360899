import { expect, test } from 'vitest'
import type { FundsStatus, WorkStatus } from '@/api/types'
import { aBid, aContract, aMilestone } from '@/testing/entities'
import { can } from './can'

const contract = aContract([])
const [client, freelancer] = ['usr_clara', 'usr_fiona']
const milestone = (status: WorkStatus, funds: FundsStatus) =>
  aMilestone({ status, payment: { status: funds, fundedAt: null, releasedAt: null, checkoutUrl: null } })

test.each<[WorkStatus, FundsStatus, string]>([
  ['pending', 'unfunded', 'fund'],
  ['pending', 'checkout_open', 'fund'],
  ['pending', 'funding', ''],
  ['pending', 'funded', 'approve submit'],
  ['in_review', 'funded', 'approve requestRevision'],
  ['changes_requested', 'funded', 'approve submit'],
  ['approved', 'release_queued', ''],
  ['approved', 'released', ''],
])('%s work with %s money', (status, funds, expected) => {
  const subject = milestone(status, funds)
  const steps = ['approve', 'fund', 'requestRevision', 'submit'] as const
  const allowed = steps.filter((step) =>
    [client, freelancer].some((person) => can[step](contract, subject, person).allowed),
  )
  expect(allowed.join(' ')).toBe(expected)
})

test('each step belongs to one side, and a reason says to which', () => {
  const subject = milestone('in_review', 'funded')
  expect(can.approve(contract, subject, freelancer)).toEqual({
    allowed: false,
    reason: 'Only the client can do this.',
  })
  expect(can.submit(contract, milestone('pending', 'funded'), client)).toEqual({
    allowed: false,
    reason: 'Only the freelancer can do this.',
  })
})

test('nothing moves once the contract has ended', () => {
  const ended = { ...contract, status: 'ended' as const }
  expect(can.approve(ended, milestone('in_review', 'funded'), client).allowed).toBe(false)
})

test('a dispute freezes its own milestone, and no other', () => {
  const disputed = { ...contract, status: 'disputed' as const }
  const subject = { ...milestone('in_review', 'funded'), disputeId: 'dsp_1' }
  const steps = ['approve', 'requestRevision', 'submit', 'dispute'] as const
  for (const step of steps)
    for (const person of [client, freelancer])
      expect(can[step](disputed, subject, person).allowed, step).toBe(false)
  expect(can.approve(disputed, milestone('in_review', 'funded'), client).allowed).toBe(true)
  expect(can.dispute(disputed, milestone('pending', 'funded'), freelancer).allowed).toBe(true)
  expect(can.dispute(disputed, milestone('approved', 'released'), client).allowed).toBe(false)
  expect(can.dispute(disputed, milestone('pending', 'funded'), 'usr_else').allowed).toBe(false)
})

test('only undecided bids are decided', () => {
  expect(can.decideBid(aBid('Felix', 1000)).allowed).toBe(true)
  expect(can.decideBid(aBid('Felix', 1000, { status: 'withdrawn' })).allowed).toBe(false)
})
