import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { Toaster } from '../ui/toaster'
import AccountMenu from './account-menu'

const server = mockServer()

test('says that somebody is still logged in when logging out failed', async () => {
  server.use(http.post('*/v1/auth/logout', () => HttpResponse.error()))
  const { user } = renderAs(
    <>
      <AccountMenu />
      <Toaster />
    </>,
    { as: person('Clara', 'client') },
  )
  await user.click(await screen.findByRole('menuitem', { name: 'Log out' }))
  expect(await screen.findByText(/You are still logged in\./)).toBeInTheDocument()
})
