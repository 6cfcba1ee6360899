import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import Freelancers from './freelancers'

const server = mockServer()

test('several skills and a rate in a currency are asked for', async () => {
  const asked: string[] = []
  server.use(
    http.get('*/v1/freelancers', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ items: [], nextCursor: null })
    }),
  )
  const { user } = renderAs(<Freelancers />)
  await user.type(screen.getByLabelText('Skills'), 'React, CSS')
  await user.selectOptions(screen.getByLabelText('Currency'), 'eur')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  // Without a rate, a currency says nothing.
  await expect.poll(() => asked.at(-1)).toBe('?skill=React&skill=CSS')
  await user.type(screen.getByLabelText('Hourly rate up to'), '60')
  await user.selectOptions(screen.getByLabelText('Currency'), 'eur')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  await expect.poll(() => asked.at(-1)).toBe('?skill=React&skill=CSS&rateMax=6000&currency=eur')
})

test('an empty list is put down to the search only if there was one', async () => {
  server.use(http.get('*/v1/freelancers', () => HttpResponse.json({ items: [], nextCursor: null })))
  const { user } = renderAs(<Freelancers />)
  expect(await screen.findByText('No freelancers yet')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Skills'), 'React')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  expect(await screen.findByText('Nobody matches')).toBeInTheDocument()
})
