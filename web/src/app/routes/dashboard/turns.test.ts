import { expect, test } from 'vitest'
import type { Clock, ContractCard, DisputeCard, TaskCard } from '@/api/types'
import { aContract, aPerson, aTask } from '@/testing/entities'
import { turnsOf } from './turns'

const clock = (actor: Clock['actor'], dueAt: string): Clock => ({
  actor,
  dueAt,
  onSilence: 'force_decision',
  text: '',
  amount: null,
})

const contract = (id: string, nextClock: Clock | null, change: Partial<ContractCard> = {}): ContractCard => ({
  ...aContract([]),
  id,
  nextClock,
  ...change,
})

const task = (id: string, bidCount: number): TaskCard => ({
  ...aTask({ id, bidCount, clock: clock('client', '2026-12-05T00:00:00Z') }),
  summary: '',
})

test('the next to end comes first, what has no end comes last', () => {
  const turns = turnsOf(
    [contract('unfunded', null), contract('late', clock('client', '2026-12-20T00:00:00Z'))],
    [task('bids', 2), task('without bids', 0)],
    'client',
  )
  expect(turns.map(({ id }) => id)).toEqual(['bids', 'late', 'unfunded'])
  expect(turns.at(-1)).toMatchObject({ mine: true, action: 'Fund a milestone' })
})

test('whose turn it is depends on the side', () => {
  const review = contract('review', clock('client', '2026-12-20T00:00:00Z'))
  expect(turnsOf([review], [], 'client')[0]?.mine).toBe(true)
  expect(turnsOf([review], [], 'freelancer')[0]).toMatchObject({ mine: false, actorName: 'Clara' })
})

test('a dispute waits by its own clock, in the words of the server', () => {
  const dispute = {
    ...({} as DisputeCard),
    id: 'dsp_1',
    milestoneTitle: 'Drafts',
    client: aPerson('Clara'),
    freelancer: aPerson('Fiona'),
    clock: {
      ...clock('freelancer', '2026-12-02T00:00:00Z'),
      onSilence: 'call_admin' as const,
      text: 'Answer.',
    },
  }
  const [turn] = turnsOf([], [], 'freelancer', [dispute])
  expect(turn).toMatchObject({
    mine: true,
    to: '/disputes/dsp_1',
    text: 'Answer.',
    action: 'Open the dispute',
  })
  expect(turnsOf([], [], 'client', [dispute])[0]).toMatchObject({ mine: false, actorName: 'Fiona' })
  expect(turnsOf([], [], 'client', [{ ...dispute, clock: null }])).toEqual([])
  expect(turnsOf([contract('argued', null, { status: 'disputed' })], [], 'client')).toEqual([])
})

test('a contract that is done waits for nobody', () => {
  expect(turnsOf([contract('done', null, { status: 'completed' })], [], 'client')).toEqual([])
})

test('what can be done is offered on the card, in a sentence with the sum and the person', () => {
  const review: Clock = {
    ...clock('client', '2026-12-20T00:00:00Z'),
    onSilence: 'approve_and_release',
    amount: { amount: 18_000, currency: 'usd' },
  }
  const [mine] = turnsOf([contract('review', review)], [], 'client')
  expect(mine?.steps).toEqual(['approve', 'revise'])
  expect(mine?.text).toBe(
    'Fiona has submitted work. If you don’t answer by then, it is approved and $180.00 goes to Fiona.',
  )
  const [theirs] = turnsOf([contract('review', review)], [], 'freelancer')
  expect(theirs?.steps).toEqual([])
  expect(theirs?.text).toBe('If Clara doesn’t answer by then, it is approved and $180.00 goes to you.')
  const [work] = turnsOf([contract('work', clock('freelancer', '2026-12-20T00:00:00Z'))], [], 'freelancer')
  expect(work).toMatchObject({ mine: true, steps: ['submit'] })
  expect(work?.text).toMatch(/^Do the work and submit it\./)
})

test('a refund is answered on the contract’s page, and is nobody’s work', () => {
  const asked: Clock = {
    ...clock('freelancer', '2026-12-05T00:00:00Z'),
    onSilence: 'open_to_admin',
    amount: { amount: 20_000, currency: 'usd' },
  }
  const [mine] = turnsOf([contract('asked', asked)], [], 'freelancer')
  expect(mine).toMatchObject({ mine: true, steps: [] })
  expect(mine?.text).toContain('Accept or decline.')
  const [theirs] = turnsOf([contract('asked', asked)], [], 'client')
  expect(theirs?.text).toContain('you may call an admin, who decides about $200.00')
})
