import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Milestone, RefundRequest } from '@/api/types'
import { aContract, aMilestone } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { MilestoneRefund } from './milestone-refund'
// Loaded on demand by the buttons; here before the clock of a wait runs.
import './amount-dialog'
import './answer-dialog'

const server = mockServer()
const usd = (amount: number) => ({ amount, currency: 'usd' as const })

const request = (change: Partial<RefundRequest> = {}): RefundRequest => ({
  id: 'rfr_1',
  milestoneId: 'mst_1',
  amount: usd(5_000),
  reason: 'The shop closes',
  status: 'open',
  clock: null,
  answer: null,
  askedAt: '2026-12-01T00:00:00Z',
  closedAt: null,
  ...change,
})

function show(who: 'clara' | 'fiona', change: Partial<Milestone> = {}) {
  const milestone = aMilestone(change)
  const contract = aContract([milestone])
  const element = <MilestoneRefund contract={contract} milestone={milestone} userId={`usr_${who}`} />
  return renderAs(element, { as: person(who) })
}

beforeEach(() => localStorage.clear())

test('the client asks for a part, sees what would stay held, and says why', async () => {
  const bodies: unknown[] = []
  server.use(
    http.post('*/v1/milestones/mst_1/refund-requests', async ({ request: call }) => {
      bodies.push(await call.json())
      return HttpResponse.json(request(), { status: 201 })
    }),
  )
  const { user } = show('clara')
  await user.click(screen.getByRole('button', { name: 'Ask for a refund' }))
  const dialog = await screen.findByRole('dialog')
  const amount = screen.getByLabelText('How much')
  expect(amount).toHaveValue('200')
  await user.clear(amount)
  await user.type(amount, '200.01')
  await user.click(screen.getByRole('button', { name: 'Ask for money back' }))
  expect(dialog).toHaveTextContent('$200.00 at most: that is what is held.')
  expect(dialog).toHaveTextContent('Say why.')
  await user.clear(amount)
  await user.type(amount, '50')
  expect(dialog).toHaveTextContent('You get back$50.00')
  expect(dialog).toHaveTextContent('Stays held for the work$150.00')
  await user.type(screen.getByLabelText('Why, in a few words'), 'The shop closes')
  await user.click(screen.getByRole('button', { name: 'Ask for $50.00 back' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(bodies).toEqual([{ amount: usd(5_000), reason: 'The shop closes' }])
})

test('the freelancer reads what is asked for, and accepts it once asked again', async () => {
  let accepted = 0
  server.use(
    http.post('*/v1/refund-requests/rfr_1/accept', () => {
      accepted += 1
      return HttpResponse.json(request({ status: 'accepted' }))
    }),
  )
  const { user } = show('fiona', { refundRequests: [request()] })
  expect(document.body).toHaveTextContent('Clara asks for $50.00 back')
  expect(document.body).toHaveTextContent('$150.00 would stay held for you.')
  await user.click(screen.getByRole('button', { name: 'Give $50.00 back to Clara' }))
  await screen.findByRole('dialog')
  expect(accepted).toBe(0)
  await user.click(screen.getAllByRole('button', { name: 'Give $50.00 back to Clara' }).at(-1) as HTMLElement)
  await expect.poll(() => accepted).toBe(1)
})

test('whoever declines says why', async () => {
  const bodies: unknown[] = []
  server.use(
    http.post('*/v1/refund-requests/rfr_1/decline', async ({ request: call }) => {
      bodies.push(await call.json())
      return HttpResponse.json(request({ status: 'declined' }))
    }),
  )
  const { user } = show('fiona', { refundRequests: [request()] })
  await user.click(screen.getByRole('button', { name: 'Decline' }))
  await screen.findByRole('dialog')
  await user.click(screen.getByRole('button', { name: 'Decline the refund' }))
  expect(screen.getByText('Say why.')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Why, in a few words'), 'All was delivered')
  await user.click(screen.getByRole('button', { name: 'Decline the refund' }))
  await expect.poll(() => bodies).toEqual([{ reason: 'All was delivered' }])
})

test('the client of an open request takes it back, and asks for nothing else meanwhile', async () => {
  let withdrawn = 0
  server.use(
    http.post('*/v1/refund-requests/rfr_1/withdraw', () => {
      withdrawn += 1
      return HttpResponse.json(request({ status: 'withdrawn' }))
    }),
  )
  const { user } = show('clara', { refundRequests: [request()] })
  expect(screen.queryByRole('button', { name: 'Ask for a refund' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Take the request back' }))
  await expect.poll(() => withdrawn).toBe(1)
})

test('silence is told to both, and the freelancer may still accept', () => {
  const unanswered = { refundRequests: [request({ status: 'unanswered' })] }
  const client = show('clara', unanswered)
  expect(document.body).toHaveTextContent('Fiona has not answered your request in time')
  expect(document.body).toHaveTextContent('You may call an admin now')
  client.unmount()
  show('fiona', unanswered)
  expect(screen.getByRole('button', { name: 'Give $50.00 back to Clara' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Decline' })).toBeNull()
})

test('what went back is said, and what is still held', () => {
  show('clara', {
    remaining: usd(15_000),
    refunds: [{ amount: usd(5_000), isOffer: false, state: 'on_the_way', agreedAt: '2026-12-01T00:00:00Z' }],
    refundRequests: [request({ status: 'accepted' })],
  })
  expect(document.body).toHaveTextContent('$50.00 is on its way back to Clara')
  expect(document.body).toHaveTextContent('$150.00 is still held.')
})

test('nothing is offered where nothing is held', () => {
  const payment = { status: 'released', fundedAt: null, releasedAt: null, checkoutUrl: null } as const
  for (const who of ['clara', 'fiona'] as const) {
    const { unmount } = show(who, { status: 'approved', payment })
    expect(screen.queryByRole('button')).toBeNull()
    unmount()
  }
})
