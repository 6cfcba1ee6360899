import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import Register from './register'

const server = mockServer()

async function fill(user: ReturnType<typeof renderAs>['user'], password: string) {
  await user.type(screen.getByLabelText('Name'), 'Clara Berg')
  await user.type(screen.getByLabelText('E-mail address'), 'clara@example.com')
  await user.type(screen.getByLabelText('Password', { selector: 'input' }), password)
  await user.click(screen.getByRole('button', { name: 'Create account' }))
}

test('says what is missing, beside each field and in a summary that gets the focus', async () => {
  const { user } = renderAs(<Register />, { route: '/' })
  await user.click(screen.getByRole('button', { name: 'Create account' }))
  const summary = await screen.findByRole('alert')
  expect(summary).toHaveFocus()
  expect(summary).toHaveTextContent('Please check 3 things')
  expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/Enter your name/)
  await user.click(screen.getByRole('button', { name: 'Enter your e-mail address.' }))
  expect(screen.getByLabelText('E-mail address')).toHaveFocus()
})

test('puts what the server refuses beside its field', async () => {
  const message = 'This password is among the first that attackers try.'
  server.use(
    http.post('*/v1/auth/register', () =>
      HttpResponse.json(
        { code: 'invalid_fields', errors: [{ pointer: '/password', code: 'common_password', message }] },
        { status: 422 },
      ),
    ),
  )
  const { user } = renderAs(<Register />, { route: '/' })
  await fill(user, 'password123')
  expect(await screen.findByText(message)).toBeInTheDocument()
  const field = screen.getByLabelText('Password', { selector: 'input' })
  expect(field).toBeInvalid()
  expect(field).toHaveFocus()
  expect(field).toHaveAccessibleDescription(new RegExp(message))
})

test('goes on to the code when the account is made', async () => {
  server.use(http.post('*/v1/auth/register', () => HttpResponse.json({ user: {} }, { status: 201 })))
  const { user } = renderAs(<Register />, { route: '/' })
  await fill(user, 'correct horse battery')
  expect(await screen.findByText('Another page')).toBeInTheDocument()
})

test('asks for both roles of who wants to hire and to work', async () => {
  let sent: unknown
  server.use(
    http.post('*/v1/auth/register', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ user: {} }, { status: 201 })
    }),
  )
  const { user } = renderAs(<Register />, { route: '/' })
  await user.click(screen.getByRole('radio', { name: /^Both/ }))
  await fill(user, 'correct horse battery')
  expect(await screen.findByText('Another page')).toBeInTheDocument()
  expect(sent).toMatchObject({ name: 'Clara Berg', roles: ['client', 'freelancer'] })
})
