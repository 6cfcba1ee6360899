import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aContract, aTask } from '@/testing/entities'
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
  world([], [{ ...aTask(), summary: '' }])
  renderAs(<FirstSteps view="client" />, { as: clara })
  const steps = await screen.findAllByRole('listitem')
  expect(steps).toHaveLength(3)
  expect(within(steps[0] as HTMLElement).getByRole('link')).toHaveAttribute('href', '/settings/profile')
  await expect.poll(() => within(steps[1] as HTMLElement).queryByText('Done:')).not.toBeNull()
  expect(screen.getByRole('link', { name: 'See your bids' })).toHaveAttribute('href', '/tasks/tsk_1/bids')
})

test('with a contract there is nothing to begin', async () => {
  world([aContract([])], [])
  const { container } = renderAs(<FirstSteps view="client" />, { as: clara })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(container).toHaveTextContent('')
})
