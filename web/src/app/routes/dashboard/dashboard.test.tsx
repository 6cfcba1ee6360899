import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aContract } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import Dashboard from './dashboard'

const server = mockServer()
const fiona = person('Fiona', 'freelancer')
const list = (...items: object[]) => HttpResponse.json({ items, nextCursor: null })

async function open(contracts: object[], ready = false) {
  const account = {
    connected: false,
    detailsSubmitted: ready,
    payoutsEnabled: ready,
    transfersEnabled: ready,
  }
  server.use(
    http.get('*/v1/users/me', () =>
      HttpResponse.json({ ...fiona, profile: { headline: '', avatarId: null } }),
    ),
    http.get('*/v1/users/me/dashboard', () => HttpResponse.json({ currencies: [] })),
    http.get('*/v1/contracts', () => list(...contracts)),
    http.get('*/v1/payments/account', () => HttpResponse.json(account)),
    http.get('*/v1/payments', () => list()),
    http.get('*/v1/bids/mine', () => list()),
    http.get('*/v1/disputes', () => list()),
    http.get('*/v1/tasks', () => list()),
  )
  renderAs(<Dashboard />, { as: fiona })
  await screen.findByRole('heading', { name: 'What needs you now' })
}

test('somebody new is asked once to set up payouts: as the last of the first steps', async () => {
  await open([])
  const steps = screen.getAllByText('Set up payouts')
  expect(steps).toHaveLength(1)
  const step = steps[0]?.closest('li')
  expect(within(step as HTMLElement).getByRole('link', { name: 'Add your bank details' })).toHaveAttribute(
    'href',
    '/payments/onboarding',
  )
})

test('with a contract it stands above everything, once', async () => {
  await open([{ ...aContract([]), nextClock: null }])
  expect(screen.getByRole('button', { name: 'Set up payouts' })).toBeInTheDocument()
  expect(screen.queryByRole('heading', { name: 'Your first steps' })).not.toBeInTheDocument()
})

test('whoever can be paid is not asked', async () => {
  await open([{ ...aContract([]), nextClock: null }], true)
  expect(screen.queryByText('Set up payouts')).not.toBeInTheDocument()
})
