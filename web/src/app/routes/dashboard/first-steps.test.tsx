import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aTask } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { FirstSteps } from './first-steps'

const server = mockServer()
const clara = person('Clara', 'client')
const list = (...items: object[]) => HttpResponse.json({ items, nextCursor: null })

function world(contracts: object[], tasks: object[], headline = '') {
  server.use(
    http.get('*/v1/users/me', () => HttpResponse.json({ ...clara, profile: { headline, avatarId: null } })),
    http.get('*/v1/contracts', () => list(...contracts)),
    http.get('*/v1/tasks/mine', () => list(...tasks)),
  )
}

test('somebody new has three steps, and those that are done are ticked', async () => {
  world([], [{ ...aTask({ bidCount: 2 }), summary: '' }])
  renderAs(<FirstSteps view="client" />, { as: clara })
  const steps = await screen.findAllByRole('listitem')
  expect(steps).toHaveLength(3)
  expect(within(steps[0] as HTMLElement).getByRole('link')).toHaveAttribute('href', '/settings/profile')
  await expect.poll(() => within(steps[1] as HTMLElement).queryByText('Done:')).not.toBeNull()
  expect(screen.getByRole('link', { name: 'Compare 2 bids' })).toHaveAttribute('href', '/tasks/tsk_1/bids')
})

test('a task without bids leads to itself, where it can be shared', async () => {
  world([], [{ ...aTask(), summary: '' }])
  renderAs(<FirstSteps view="client" />, { as: clara })
  expect(await screen.findByRole('link', { name: 'See your task' })).toHaveAttribute('href', '/tasks/tsk_1')
})
