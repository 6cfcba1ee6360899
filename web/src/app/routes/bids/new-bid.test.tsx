import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { aTask } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import NewBid from './new-bid'

const server = mockServer()
const felix = person('Felix', 'freelancer')
const open = () => renderAs(<NewBid />, { as: felix, at: '/tasks/tsk_1/bid', route: '/tasks/:taskId/bid' })

beforeEach(() => {
  localStorage.clear()
  server.use(http.get('*/v1/tasks/tsk_1', () => HttpResponse.json(aTask())))
})

test('milestones have to add up before anything is sent', async () => {
  const { user } = open()
  await user.type(await screen.findByLabelText('Cover letter'), 'I would begin with three drafts.')
  await user.type(screen.getByLabelText('Price'), '400')
  await user.type(screen.getByLabelText('Days you need'), '10')
  await user.click(screen.getByRole('button', { name: 'Add a milestone' }))
  const milestone = within(screen.getByRole('group', { name: 'Milestone 1' }))
  await user.type(milestone.getByLabelText('Title'), 'All of it')
  await user.type(milestone.getByLabelText('Amount'), '300')
  expect(screen.getByText('$300.00 of $400.00 planned')).toBeInTheDocument()
  await user.clear(milestone.getByLabelText('Amount'))
  await user.type(milestone.getByLabelText('Amount'), '400')
  expect(screen.getByText('The milestones add up.')).toBeInTheDocument()
})

test('sends the bid in minor units, with a key that stops it from being made twice', async () => {
  const sent: { body: unknown; key: string | null }[] = []
  server.use(
    http.post('*/v1/tasks/tsk_1/bids', async ({ request }) => {
      sent.push({ body: await request.json(), key: request.headers.get('idempotency-key') })
      return sent.length === 1 ? HttpResponse.json({}, { status: 503 }) : HttpResponse.json({ id: 'bid_1' })
    }),
  )
  const { user } = open()
  await user.type(await screen.findByLabelText('Cover letter'), 'I would begin with three drafts.')
  await user.type(screen.getByLabelText('Price'), '399.50')
  await user.type(screen.getByLabelText('Days you need'), '10')
  await user.click(screen.getByRole('button', { name: 'Bid $399.50' }))
  expect(await screen.findByRole('alert')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Bid $399.50' }))
  expect(await screen.findByText('Another page')).toBeInTheDocument()
  expect(sent[1]?.body).toMatchObject({ amount: { amount: 39_950, currency: 'usd' }, timelineDays: 10 })
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(sent[1]?.key).toBe(sent[0]?.key)
})

test('tells a client that only freelancers bid', async () => {
  const clara = person('Oscar', 'client')
  renderAs(<NewBid />, { as: clara, at: '/tasks/tsk_1/bid', route: '/tasks/:taskId/bid' })
  expect(await screen.findByText('Only freelancers bid on tasks.')).toBeInTheDocument()
})
