import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { Toaster } from '@/components/ui/toaster'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import Settings from './settings'

const server = mockServer()

function open() {
  return renderAs(
    <>
      <Settings />
      <Toaster />
    </>,
    { as: person('Clara', 'client') },
  )
}

test('a saved name is shown as saved', async () => {
  server.use(http.patch('*/v1/users/me', () => HttpResponse.json(person('Clara', 'client'))))
  const { user } = open()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/Your name is saved\./)).toBeInTheDocument()
})

test('a refused name is said in the form, and nowhere else', async () => {
  const refusal = { code: 'unavailable', detail: 'Try again later.' }
  server.use(http.patch('*/v1/users/me', () => HttpResponse.json(refusal, { status: 503 })))
  const { user } = open()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Try again later.')).toBeInTheDocument()
  expect(screen.getAllByRole('alert')).toHaveLength(1)
})
