import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Milestone } from '@/api/types'
import { aContract, aMilestone } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { MilestoneActions } from './milestone-actions'
// Loaded on demand by the buttons; here before the clock of a wait runs.
import './milestone-dialogs'

const server = mockServer()

function show(change: Partial<Milestone>, userId: string) {
  const milestone = aMilestone(change)
  const element = <MilestoneActions contract={aContract([milestone])} milestone={milestone} userId={userId} />
  return renderAs(element, { as: person(userId.slice(4)), route: '/' })
}

beforeEach(() => localStorage.clear())

test('approving asks once, with the amount and the name on the button', async () => {
  let approvals = 0
  server.use(
    http.post('*/v1/milestones/mst_1/approve', () => {
      approvals += 1
      return HttpResponse.json(aMilestone({ status: 'approved' }))
    }),
  )
  const { user } = show({}, 'usr_clara')
  await user.click(screen.getByRole('button', { name: 'Approve and pay' }))
  expect(await screen.findByRole('dialog')).toHaveTextContent(
    'You pay $200.00, and Fiona gets $180.00 at once; $20.00 is the platform’s fee.',
  )
  expect(approvals).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Pay $200.00 to Fiona' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(approvals).toBe(1)
})

test('a revision request names what is not met', async () => {
  const bodies: unknown[] = []
  server.use(
    http.post('*/v1/milestones/mst_1/revisions', async ({ request }) => {
      bodies.push(await request.json())
      return HttpResponse.json(aMilestone(), { status: 201 })
    }),
  )
  const { user } = show({}, 'usr_clara')
  await user.click(screen.getByRole('button', { name: 'Ask for changes' }))
  await screen.findByRole('dialog')
  const send = () =>
    user.click(screen.getAllByRole('button', { name: 'Ask for changes' }).at(-1) as HTMLElement)
  await user.type(screen.getByLabelText('What should change'), 'A warmer orange.')
  await send()
  expect(screen.getByText('Choose what is missing.')).toBeInTheDocument()
  await user.click(screen.getByLabelText('Two colours'))
  await send()
  await expect.poll(() => bodies).toEqual([{ comment: 'A warmer orange.', criteria: ['Two colours'] }])
})

test('what was typed outlives the dialog', async () => {
  const first = show({ status: 'pending' }, 'usr_fiona')
  await first.user.click(screen.getByRole('button', { name: 'Submit work' }))
  await first.user.type(await screen.findByLabelText('What you did'), 'Three drafts')
  first.unmount()
  const second = show({ status: 'pending' }, 'usr_fiona')
  await second.user.click(screen.getByRole('button', { name: 'Submit work' }))
  expect(await screen.findByLabelText('What you did')).toHaveValue('Three drafts')
})

test('the freelancer of unfunded work has nothing to press', () => {
  const payment = { status: 'unfunded' as const, fundedAt: null, releasedAt: null, checkoutUrl: null }
  show({ status: 'pending', payment }, 'usr_fiona')
  expect(screen.queryByRole('button')).toBeNull()
})
