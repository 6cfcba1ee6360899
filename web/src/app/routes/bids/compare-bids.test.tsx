import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Bid } from '@/api/types'
import { Toaster } from '@/components/ui/toaster'
import { aBid, aTask } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import CompareBids from './compare-bids'

const server = mockServer()
let bids: Bid[]
let sent: unknown[]

beforeEach(() => {
  localStorage.clear()
  bids = [aBid('Felix', 30_000), aBid('Fiona', 40_000), aBid('Fred', 50_000, { status: 'withdrawn' })]
  sent = []
  server.use(
    http.get('*/v1/tasks/tsk_1', () => HttpResponse.json(aTask({ bidCount: 3 }))),
    http.get('*/v1/tasks/tsk_1/bids', () => HttpResponse.json({ items: bids, nextCursor: null })),
    http.put('*/v1/bids/:id/shortlist', async ({ request, params }) => {
      const body = (await request.json()) as { shortlisted: boolean }
      sent.push([params.id, body])
      return HttpResponse.json({ ...bids[0], status: body.shortlisted ? 'shortlisted' : 'submitted' })
    }),
  )
})

async function open() {
  const view = renderAs(
    <>
      <CompareBids />
      <Toaster />
    </>,
    { as: person('Clara', 'client'), at: '/tasks/tsk_1/bids', route: '/tasks/:taskId/bids' },
  )
  await screen.findByRole('table')
  return view
}

const table = () => within(screen.getByRole('table'))
const star = (who: string) => table().getByRole('button', { name: `Shortlist ${who}` })
/** Presses it, and waits for the answer: until then another press does nothing. */
async function press(user: UserEvent, who: string) {
  await user.click(star(who))
  await expect.poll(() => star(who).getAttribute('aria-busy')).toBeNull()
}
const names = () => screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent)

test('a star puts a bid on the shortlist at once, and another press takes it off', async () => {
  const { user } = await open()
  expect(star('Felix')).toHaveAttribute('aria-pressed', 'false')
  await user.click(star('Felix'))
  expect(star('Felix')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => star('Felix').getAttribute('aria-busy')).toBeNull()
  expect(sent).toEqual([['bid_felix', { shortlisted: true }]])
  const card = within(screen.getByRole('list', { name: 'Bids' }))
  expect(card.getByRole('button', { name: 'Shortlist Felix' })).toHaveAttribute('aria-pressed', 'true')
  await press(user, 'Felix')
  expect(star('Felix')).toHaveAttribute('aria-pressed', 'false')
  expect(sent.at(-1)).toEqual(['bid_felix', { shortlisted: false }])
})

test('a bid that is decided has none', async () => {
  await open()
  expect(table().queryByRole('button', { name: 'Shortlist Fred' })).not.toBeInTheDocument()
})

test('a refusal turns it back, says why, and asks again for the bids', async () => {
  const { user } = await open()
  server.use(
    http.put('*/v1/bids/:id/shortlist', () => {
      bids = bids.map((bid) => ({ ...bid, status: 'withdrawn' }))
      const detail = 'The freelancer has taken this bid back.'
      return HttpResponse.json({ code: 'bid_decided', detail }, { status: 409 })
    }),
  )
  await user.click(star('Felix'))
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Felix is not on your shortlist. The freelancer has taken this bid back.',
  )
  await expect.poll(() => table().queryByRole('button', { name: 'Shortlist Felix' })).toBeNull()
})

test('the filter leaves the shortlist, and keeps in view what is taken off it', async () => {
  const { user } = await open()
  expect(screen.queryByRole('checkbox', { name: /Shortlisted/ })).not.toBeInTheDocument()
  await press(user, 'Fiona')
  await user.click(screen.getByRole('checkbox', { name: 'Shortlisted (1)' }))
  expect(names()).toEqual(['Fiona'])
  await press(user, 'Fiona')
  expect(names()).toEqual(['Fiona'])
  await user.click(screen.getByRole('checkbox', { name: 'Shortlisted (0)' }))
  expect(names()).toEqual(['Felix', 'Fiona', 'Fred'])
  expect(screen.queryByRole('checkbox', { name: /Shortlisted/ })).not.toBeInTheDocument()
})
