import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { Clock, Task } from '@/api/types'
import { aTask } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import TaskPage from './task'

const server = mockServer()
const clara = person('Clara', 'client')
const clock: Clock = {
  actor: 'client',
  dueAt: '2099-01-01T00:00:00Z',
  onSilence: 'expire_task',
  text: '',
  amount: null,
}

async function open(change: Partial<Task>, as = clara) {
  server.use(http.get('*/v1/tasks/tsk_1', () => HttpResponse.json(aTask(change))))
  const view = renderAs(<TaskPage />, { as, at: '/tasks/tsk_1', route: '/tasks/:taskId' })
  await screen.findByRole('heading', { name: 'Draw a logo' })
  return view
}

test('without bids its client has nothing to decide: until when they can come, and a link to share', async () => {
  const { user } = await open({ clock })
  expect(screen.getByText('No bids yet')).toBeInTheDocument()
  expect(screen.getByText(/days left/)).toBeInTheDocument()
  expect(screen.queryByText(/Accept a bid/)).not.toBeInTheDocument()
  expect(screen.queryByText('Your turn')).not.toBeInTheDocument()
  expect(screen.queryByRole('link', { name: /bid/i })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Copy the link' }))
  expect(await navigator.clipboard.readText()).toBe(new URL('/tasks/tsk_1', window.location.href).href)
  expect(screen.getByRole('status')).toHaveTextContent('Copied.')
})

test.each([
  [1, 'See the bid'],
  [2, 'Compare 2 bids'],
])('with %i of them the client has to choose by the deadline', async (bidCount, name) => {
  await open({ clock, bidCount })
  expect(screen.getByText('Your turn')).toBeInTheDocument()
  expect(screen.getByText(/^Accept a bid by then\./)).toBeInTheDocument()
  expect(screen.getByRole('link', { name })).toHaveAttribute('href', '/tasks/tsk_1/bids')
  expect(screen.queryByRole('button', { name: 'Copy the link' })).not.toBeInTheDocument()
})

test('a task that ended without bids leads to none', async () => {
  await open({ status: 'expired' })
  expect(screen.queryByRole('link', { name: /bid/i })).not.toBeInTheDocument()
})

test('others read until when the client decides', async () => {
  await open({ clock }, person('Felix', 'freelancer'))
  expect(screen.getByText(/^If Clara accepts no bid by then/)).toBeInTheDocument()
  expect(screen.queryByText('No bids yet')).not.toBeInTheDocument()
})
