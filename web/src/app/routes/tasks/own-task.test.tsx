import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { Bid, Task } from '@/api/types'
import { aBid, aTask } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import EditTask from './edit-task'
import TaskPage from './task'

const server = mockServer()
const clara = person('Clara', 'client')

async function open(task: Task, as = clara) {
  server.use(http.get('*/v1/tasks/tsk_1', () => HttpResponse.json(task)))
  const view = renderAs(<TaskPage />, { as, at: '/tasks/tsk_1', route: '/tasks/:taskId' })
  await screen.findByRole('heading', { name: 'Draw a logo' })
  return view
}

/** The form of a task that another window changes before it is sent for the first time. */
function edit(task: Task, present: Task) {
  const sent: unknown[] = []
  server.use(
    http.get('*/v1/tasks/tsk_1', () => HttpResponse.json(task)),
    http.patch('*/v1/tasks/tsk_1', async ({ request }) => {
      sent.push(await request.json())
      const stale = {
        type: '',
        title: 'Conflict',
        status: 409,
        code: 'task_changed',
        requestId: 'r',
        present,
      }
      return sent.length === 1 ? HttpResponse.json(stale, { status: 409 }) : HttpResponse.json(present)
    }),
  )
  const { user } = renderAs(<EditTask />, {
    as: clara,
    at: '/tasks/tsk_1/edit',
    route: '/tasks/:taskId/edit',
  })
  return { user, sent }
}

test('its client cancels it with a reason, and without one nothing is sent', async () => {
  const sent: unknown[] = []
  server.use(
    http.post('*/v1/tasks/tsk_1/cancel', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(aTask({ status: 'cancelled', version: 1, cancelReason: 'Not needed' }))
    }),
  )
  const { user } = await open(aTask({ bidCount: 2 }))
  await user.click(await screen.findByRole('button', { name: 'Manage' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Cancel the task' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/^The 2 freelancers who have bid are told/)).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Cancel the task' }))
  expect(within(dialog).getByLabelText('Why?')).toHaveAccessibleDescription(/Say why, in a sentence\./)
  await user.type(within(dialog).getByLabelText('Why?'), ' Not needed ')
  await user.click(within(dialog).getByRole('button', { name: 'Cancel the task' }))
  await expect.poll(() => sent).toEqual([{ reason: 'Not needed' }])
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
})

test.each([aTask({ status: 'in_progress' }), aTask({ status: 'cancelled' })])(
  'one that takes no bids is not managed ($status)',
  async (task) => {
    await open(task)
    expect(screen.queryByRole('button', { name: 'Manage' })).not.toBeInTheDocument()
  },
)

test('who has bid sees what has changed since, and keeps the bid for that version', async () => {
  const bid: Bid = aBid('Felix', 40_000, { isAsked: true, taskVersion: 2 })
  const sent: unknown[] = []
  server.use(
    http.get('*/v1/bids/mine', () => HttpResponse.json({ items: [bid], nextCursor: null })),
    http.post('*/v1/bids/bid_felix/keep', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ ...bid, isAsked: false, taskVersion: 3 })
    }),
  )
  const at = '2026-11-03T00:00:00Z'
  const usd = { type: 'fixed' as const, min: 20_000, currency: 'usd' as const }
  const budget = {
    field: 'budget' as const,
    before: { ...usd, max: 50_000 },
    after: { ...usd, max: 25_000 },
  }
  const changes: Task['changes'] = [
    { version: 2, at, edits: [{ field: 'location', before: null, after: 'Bremen' }] },
    { version: 3, at, edits: [budget] },
  ]
  const { user } = await open(
    aTask({ changes, version: 3, viewerBidId: bid.id, bidCount: 1 }),
    person('Felix', 'freelancer'),
  )
  const heading = await screen.findByRole('heading', { name: 'This task has changed since you bid' })
  const card = heading.parentElement as HTMLElement
  expect(within(card).getByText('The budget is $200–$250 now; it was $200–$500.')).toBeInTheDocument()
  expect(within(card).queryByText(/Bremen/)).not.toBeInTheDocument()
  await user.click(within(card).getByRole('button', { name: 'Keep my bid' }))
  await expect.poll(() => sent).toEqual([{ version: 3 }])
})

test('only what was changed is sent, and what another window has changed meanwhile is chosen field by field', async () => {
  const task = aTask({ title: 'Draw a logo' })
  const present = aTask({ title: 'Draw a sign', location: 'Bremen', version: 2 })
  const { user, sent } = edit(task, present)
  const title = await screen.findByLabelText('Title')
  await user.clear(title)
  await user.type(title, 'Draw two logos')
  await user.click(screen.getByRole('button', { name: 'Save the changes' }))
  await expect.poll(() => sent).toEqual([{ version: 1, title: 'Draw two logos' }])
  expect(await screen.findByText('This task was changed in another window meanwhile')).toBeInTheDocument()
  expect(screen.getByText('Draw a sign')).toBeInTheDocument()
  expect(title).toHaveValue('Draw two logos')
  expect(screen.getByLabelText(/^Location/)).toHaveValue('Bremen')
  await user.click(screen.getByRole('button', { name: 'Keep what is here: Title' }))
  await user.click(screen.getByRole('button', { name: 'Save the changes' }))
  await expect.poll(() => sent[1]).toEqual({ version: 2, title: 'Draw two logos' })
})

test('a file that another window has added meanwhile is not taken away, and the person looks again', async () => {
  const file = (id: string) => ({
    id,
    name: `${id}.png`,
    size: 1,
    contentType: 'image/png',
    hasPreview: false,
  })
  const task = aTask({ attachments: [file('one'), file('two')] })
  const present = aTask({ attachments: [file('one'), file('two'), file('three')], version: 2 })
  const { user, sent } = edit(task, present)
  await user.click(await screen.findByRole('button', { name: 'Remove two.png' }))
  await user.click(screen.getByRole('button', { name: 'Save the changes' }))
  expect(await screen.findByText(/Look, then save again\.$/)).toBeInTheDocument()
  expect(screen.getByText('three.png')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save the changes' }))
  await expect
    .poll(() => sent)
    .toEqual([
      { version: 1, attachmentIds: ['one'] },
      { version: 2, attachmentIds: ['one', 'three'] },
    ])
})

test('once there are bids, what they were made in stays and is sent as it was', async () => {
  const sent: unknown[] = []
  server.use(
    http.get('*/v1/tasks/tsk_1', () => HttpResponse.json(aTask({ bidCount: 2 }))),
    http.patch('*/v1/tasks/tsk_1', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(aTask({ bidCount: 2, version: 2 }))
    }),
  )
  const { user } = renderAs(<EditTask />, {
    as: clara,
    at: '/tasks/tsk_1/edit',
    route: '/tasks/:taskId/edit',
  })
  expect(await screen.findByLabelText('Category')).toBeDisabled()
  expect(screen.getByLabelText('Currency')).toBeDisabled()
  await user.clear(screen.getByLabelText('Budget to'))
  await user.type(screen.getByLabelText('Budget to'), '250')
  await user.click(screen.getByRole('button', { name: 'Save the changes' }))
  const budget = { type: 'fixed', min: 20_000, max: 25_000, currency: 'usd' }
  await expect.poll(() => sent).toEqual([{ version: 1, budget }])
})

test('its client and others read who took it back', async () => {
  const cancelled = aTask({ status: 'cancelled', cancelReason: 'Not needed' })
  const { unmount } = await open(cancelled)
  expect(screen.getByText('You took this task back')).toBeInTheDocument()
  unmount()
  await open(cancelled, person('Felix', 'freelancer'))
  expect(screen.getByText('The client took this task back')).toBeInTheDocument()
  expect(screen.getByText('Not needed')).toBeInTheDocument()
})
