import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { verifying } from '@/features/auth/verifying'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import VerifyEmail from './verify-email'

const server = mockServer()

test('a wrong code is said once, where it was typed', async () => {
  const detail = 'This code has expired, was used up, or is not the one that we sent.'
  server.use(
    http.post('*/v1/auth/verify-email', () =>
      HttpResponse.json({ code: 'invalid_code', detail }, { status: 422 }),
    ),
  )
  verifying.set('clara@example.com')
  const { user } = renderAs(<VerifyEmail />, { route: '/' })
  await user.type(screen.getByLabelText('Code'), '000000')
  await user.click(screen.getByRole('button', { name: 'Verify' }))
  expect(await screen.findAllByText(detail)).toHaveLength(1)
  expect(screen.getByLabelText('Code')).toHaveFocus()
  expect(screen.getByLabelText('Code')).toHaveAccessibleDescription(new RegExp(detail))
})

test('whoever mistyped their address is led back to where it is given', () => {
  verifying.set('clara@exmaple.com')
  renderAs(<VerifyEmail />, { route: '*', at: '/verify-email?next=/tasks' })
  const again = screen.getByRole('link', { name: 'Sign up with another one' })
  expect(again).toHaveAttribute('href', '/register?next=%2Ftasks')
})
