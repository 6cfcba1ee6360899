import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import Unsubscribe from './unsubscribe'

const server = mockServer()
const about = { category: 'bids', email: 'c…@example.com' }

function open(isOff: boolean, token = 'a+b') {
  const sent: unknown[] = []
  server.use(
    http.get('*/v1/notifications/unsubscribe', ({ request }) =>
      new URL(request.url).searchParams.get('token') === 'a+b'
        ? HttpResponse.json({ ...about, isOff })
        : HttpResponse.json({ code: 'invalid_token', detail: 'No.' }, { status: 400 }),
    ),
    http.post('*/v1/notifications/unsubscribe', async ({ request }) => {
      const body = (await request.json()) as { on?: boolean }
      sent.push(body)
      return HttpResponse.json({ ...about, isOff: !body.on })
    }),
  )
  const at = `/unsubscribe?token=${encodeURIComponent(token)}`
  return { ...renderAs(<Unsubscribe />, { at, route: '/unsubscribe' }), sent }
}

test('looking changes nothing; the button does, and another takes it back', async () => {
  const { user, sent } = open(false)
  const stop = await screen.findByRole('button', { name: 'Stop these mails' })
  expect(sent).toEqual([])
  expect(screen.getByText('c…@example.com')).toBeInTheDocument()
  await user.click(stop)
  expect(await screen.findByRole('status')).toHaveTextContent('These mails are off')
  await user.click(screen.getByRole('button', { name: 'Turn them on again' }))
  await screen.findByText('These mails are on again')
  expect(sent).toEqual([{}, { on: true }])
})

test('an older link says that they are off already', async () => {
  open(true)
  expect(await screen.findByText('These mails are off')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Turn them on again' })).toBeInTheDocument()
})

test('a link that is not whole says what to do, and asks no search engine in', async () => {
  open(false, 'a')
  await screen.findByText('This link doesn’t work')
  expect(screen.getByRole('link', { name: 'Choose all of your mails' })).toHaveAttribute(
    'href',
    '/settings/notifications',
  )
  expect(document.querySelector('meta[name=robots]')).toHaveAttribute('content', 'noindex')
})

test('a failure keeps the button, and is said', async () => {
  const { user } = open(false)
  server.use(http.post('*/v1/notifications/unsubscribe', () => HttpResponse.error()))
  await user.click(await screen.findByRole('button', { name: 'Stop these mails' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/can’t be reached/)
  expect(screen.getByRole('button', { name: 'Stop these mails' })).toBeInTheDocument()
})
