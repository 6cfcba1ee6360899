import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { aPiece, aTask } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import NewBid from './new-bid'

const server = mockServer()
const felix = person('Felix', 'freelancer')
/** Whose portfolio has pieces of these titles. */
const portfolio = (...titles: string[]) =>
  server.use(
    http.get('*/v1/users/me', () =>
      HttpResponse.json({ ...felix, profile: { portfolio: titles.map((title) => aPiece(title)) } }),
    ),
  )
const open = () => renderAs(<NewBid />, { as: felix, at: '/tasks/tsk_1/bid', route: '/tasks/:taskId/bid' })

beforeEach(() => {
  localStorage.clear()
  server.use(http.get('*/v1/tasks/tsk_1', () => HttpResponse.json(aTask())))
  portfolio()
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

test('shows up to six pieces of the portfolio, and the draft keeps which', async () => {
  const sent: unknown[] = []
  server.use(
    http.post('*/v1/tasks/tsk_1/bids', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: 'bid_1' })
    }),
  )
  portfolio('One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven')
  const first = open()
  const box = (name: string) => screen.getByRole('checkbox', { name })
  await screen.findByRole('checkbox', { name: 'Seven' })
  for (const name of ['Two', 'One', 'Three', 'Four', 'Five', 'Six']) await first.user.click(box(name))
  expect(box('Seven')).toBeDisabled()
  expect(box('Seven')).toHaveAccessibleDescription(/at most 6 pieces/)
  await first.user.click(box('Six'))
  expect(box('Seven')).toBeEnabled()
  first.unmount()

  // Removed in the meantime.
  portfolio('One', 'Two', 'Three')
  const { user } = open()
  expect(await screen.findByRole('checkbox', { name: 'Two' })).toBeChecked()
  await user.click(box('Three'))
  expect(screen.getByText('Choose what is like this task: 2 of 6.')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Cover letter'), 'I would begin with three drafts.')
  await user.type(screen.getByLabelText('Price'), '400')
  await user.type(screen.getByLabelText('Days you need'), '10')
  await user.click(screen.getByRole('button', { name: 'Bid $400.00' }))
  expect(await screen.findByText('Another page')).toBeInTheDocument()
  expect(sent[0]).toMatchObject({ portfolioItemIds: ['ptf_Two', 'ptf_One'] })
})

test('an empty portfolio leads to where it is filled', async () => {
  open()
  const add = await screen.findByRole('link', { name: 'Add to your portfolio' })
  expect(add).toHaveAttribute('href', '/settings/profile#portfolio')
})

test('a piece that is refused is named at the list, which is asked for again', async () => {
  portfolio('One', 'Two')
  server.use(
    http.post('*/v1/tasks/tsk_1/bids', () => {
      portfolio('Two')
      const errors = [
        { pointer: '/portfolioItemIds/0', code: 'unknown_portfolio_item', message: 'No such piece.' },
      ]
      return HttpResponse.json({ code: 'invalid_fields', detail: 'Some fields.', errors }, { status: 422 })
    }),
  )
  const { user } = open()
  await user.click(await screen.findByRole('checkbox', { name: 'One' }))
  await user.type(screen.getByLabelText('Cover letter'), 'I would begin with three drafts.')
  await user.type(screen.getByLabelText('Price'), '400')
  await user.type(screen.getByLabelText('Days you need'), '10')
  await user.click(screen.getByRole('button', { name: 'Bid $400.00' }))
  const list = screen.getByRole('group', { name: /Examples of your work/ })
  expect(await within(list).findByText('No such piece.')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'One' })).not.toBeInTheDocument())
})

test('tells a client that only freelancers bid', async () => {
  const clara = person('Oscar', 'client')
  renderAs(<NewBid />, { as: clara, at: '/tasks/tsk_1/bid', route: '/tasks/:taskId/bid' })
  expect(await screen.findByText('Only freelancers bid on tasks.')).toBeInTheDocument()
})
