import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { Dispute } from '@/api/types'
import { aPerson } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { SplitForm } from './split-form'

const server = mockServer()
const usd = (amount: number) => ({ amount, currency: 'usd' as const })

const aDispute = (change: Partial<Dispute> = {}): Dispute => ({
  id: 'dsp_1',
  contractId: 'ctr_1',
  milestoneId: 'mst_1',
  milestoneTitle: 'Drafts',
  taskId: 'tsk_1',
  taskTitle: 'Draw a logo',
  client: aPerson('Clara'),
  freelancer: aPerson('Fiona'),
  openedBy: 'client',
  reason: 'Late',
  statement: 'Nothing came.',
  files: [],
  status: 'proposed',
  heldAmount: usd(50_000),
  feeBasisPoints: 1000,
  round: 1,
  rounds: 3,
  clock: null,
  ownOffer: null,
  clientHasOffered: false,
  freelancerHasOffered: false,
  evidence: [],
  steps: [],
  outcome: null,
  openedAt: '2026-11-20T00:00:00Z',
  closedAt: null,
  ...change,
})

test('what one would accept is shown as what both would get, and sent with its round', async () => {
  const sent: unknown[] = []
  server.use(
    http.post('*/v1/disputes/dsp_1/split', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(aDispute({ ownOffer: usd(30_000) }))
    }),
  )
  const dispute = aDispute()
  const { user } = renderAs(<SplitForm dispute={dispute} side="client" userId={dispute.client.id} />, {
    as: person('Clara', 'client'),
  })
  await user.click(screen.getByRole('button', { name: /^Say/ }))
  expect(screen.getByText('Enter an amount such as 250 or 99.50.')).toBeVisible()
  await user.type(screen.getByLabelText('The most that may go to Fiona'), '500.01')
  await user.click(screen.getByRole('button', { name: /^Say/ }))
  expect(screen.getByText('Enter $500.00 at most: that is what is held.')).toBeVisible()
  expect(sent).toEqual([])

  await user.clear(screen.getByLabelText('The most that may go to Fiona'))
  await user.type(screen.getByLabelText('The most that may go to Fiona'), '300')
  for (const sum of ['$270.00', '$30.00', '$200.00']) expect(screen.getByText(sum)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Say $300.00' }))
  expect(sent).toEqual([{ toFreelancer: usd(30_000), round: 1 }])
})

test('whoever waits is told that, and never how much the other has said', () => {
  const dispute = aDispute({ ownOffer: usd(30_000), clientHasOffered: true, round: 3 })
  renderAs(<SplitForm dispute={dispute} side="client" userId={dispute.client.id} />, {
    as: person('Clara', 'client'),
  })
  expect(screen.getByText('You said $300.00.')).toBeVisible()
  expect(screen.getByText(/This is the last round/)).toBeVisible()
})
