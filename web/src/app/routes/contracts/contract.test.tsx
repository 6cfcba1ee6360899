import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { useLocation } from 'react-router'
import type { Milestone } from '@/api/types'
import { aContract, aMilestone } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import ContractPage from './contract'

const server = mockServer()
const funded = { status: 'funded', fundedAt: null, releasedAt: null, checkoutUrl: null } as const
let milestone: Milestone

beforeEach(() => {
  milestone = aMilestone({ status: 'pending', payment: funded })
  server.use(http.get('*/v1/contracts/ctr_1', () => HttpResponse.json(aContract([milestone]))))
})

function Address() {
  const { pathname, search } = useLocation()
  return <p data-testid="address">{pathname + search}</p>
}

async function open(search: string) {
  const page = (
    <>
      <ContractPage />
      <Address />
    </>
  )
  const at = `/contracts/ctr_1${search}`
  renderAs(page, { as: person('Clara', 'client'), at, route: '/contracts/:contractId' })
  await screen.findByRole('heading', { level: 1, name: 'Draw a logo' })
}

const thanked = () => /is held for “.*Drafts/.test(document.body.textContent)

test('whoever comes back from paying is told once: a reload of the address that is left says nothing', async () => {
  await open('?funding=success&milestone=mst_1')
  await expect.poll(thanked).toBe(true)
  await expect.poll(() => screen.getByTestId('address').textContent).toBe('/contracts/ctr_1')
})

test('a contract that is opened by itself thanks nobody', async () => {
  await open('')
  expect(thanked()).toBe(false)
})

test('nobody is thanked for what is approved since', async () => {
  milestone = aMilestone({ status: 'approved', approvedAt: '2026-12-01T00:00:00Z', payment: funded })
  await open('?funding=success&milestone=mst_1')
  await expect.poll(thanked).toBe(false)
})
