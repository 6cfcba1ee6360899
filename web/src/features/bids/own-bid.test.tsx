import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aBid, aBidPiece } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import OwnBid from './own-bid'

const server = mockServer()

test("shows the work that goes with one's bid", async () => {
  const bid = aBid('Felix', 40_000, { portfolioItems: [aBidPiece('A sign above a door')] })
  server.use(http.get('*/v1/bids/mine', () => HttpResponse.json({ items: [bid], nextCursor: null })))
  renderAs(<OwnBid bidId={bid.id} />, { as: person('Felix', 'freelancer') })
  expect(await screen.findByRole('heading', { name: 'Examples of work' })).toBeInTheDocument()
  expect(screen.getByText('A sign above a door')).toBeInTheDocument()
})
