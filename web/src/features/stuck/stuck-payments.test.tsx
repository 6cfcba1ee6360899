import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { StuckPayment } from '@/api/types'
import { aPerson } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { StuckPayments } from './stuck-payments'
// Loaded on demand by the buttons; here before the clock of a wait runs.
import './look-after-dialog'

const server = mockServer()
const stuck: StuckPayment = {
  id: 'pay_1',
  milestoneId: 'mst_1',
  milestoneTitle: 'Drafts',
  contractId: 'ctr_1',
  taskTitle: 'Draw a logo',
  kind: 'refund',
  amount: { amount: 20_000, currency: 'usd' },
  client: aPerson('Clara'),
  freelancer: aPerson('Fiona'),
  since: '2026-12-01T00:00:00Z',
  answerBy: null,
}

const show = (items: StuckPayment[]) => {
  server.use(http.get('*/v1/admin/stuck-payments', () => HttpResponse.json({ items, nextCursor: null })))
  return renderAs(<StuckPayments />, { as: person('Ada', 'admin') })
}

beforeEach(() => localStorage.clear())

test('each says who waits for how much, and is tried again for a reason', async () => {
  const bodies: unknown[] = []
  server.use(
    http.post('*/v1/admin/milestones/mst_1/payments/pay_1/retry', async ({ request }) => {
      bodies.push(await request.json())
      return HttpResponse.json(stuck)
    }),
  )
  const { user } = show([stuck])
  await screen.findByText(/could not be given back to/)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('dialog')
  await user.click(screen.getByRole('button', { name: 'Send $200.00 to Clara again' }))
  expect(screen.getByText('Say why.')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Why it may go through now'), 'The bank has decided.')
  await user.click(screen.getByRole('button', { name: 'Send $200.00 to Clara again' }))
  await expect.poll(() => bodies).toEqual([{ reason: 'The bank has decided.' }])
})

test('a payout that was paid by hand is noted with how', async () => {
  let resolved = 0
  server.use(
    http.post('*/v1/admin/milestones/mst_1/payments/pay_1/resolve', () => {
      resolved += 1
      return HttpResponse.json(stuck)
    }),
  )
  const { user } = show([{ ...stuck, kind: 'payout' }])
  await screen.findByText(/could not be paid to/)
  await user.click(screen.getByRole('button', { name: 'It was paid by hand' }))
  await user.type(await screen.findByLabelText(/How it was paid/), 'PC-104')
  await user.click(screen.getByRole('button', { name: 'Note that Fiona has $200.00' }))
  await expect.poll(() => resolved).toBe(1)
})

test('where nothing is stuck it says so', async () => {
  show([])
  expect(await screen.findByText('Nothing is stuck')).toBeInTheDocument()
})
