import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { Session } from '@/api/types'
import { Toaster } from '@/components/ui/toaster'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { Sessions } from './sessions'

const server = mockServer()

const session = (id: string, browser: string): Session => ({
  id,
  current: id === 'ses_1',
  userAgent: `Mozilla/5.0 ${browser}/1.0`,
  address: '127.0.0.1',
  createdAt: '2026-01-01T00:00:00Z',
  lastUsedAt: '2026-01-01T00:00:00Z',
  expiresAt: '2026-02-01T00:00:00Z',
})

function open() {
  let items = [session('ses_1', 'Chrome'), session('ses_2', 'Firefox'), session('ses_3', 'Edg')]
  server.use(
    http.get('*/v1/auth/sessions', () => HttpResponse.json({ items, nextCursor: null })),
    http.delete('*/v1/auth/sessions/:id', ({ params }) => {
      items = items.filter(({ id }) => id !== params.id)
      return new HttpResponse(null, { status: 204 })
    }),
  )
  return renderAs(
    <>
      <Sessions />
      <Toaster />
    </>,
  )
}

const buttons = () => screen.findAllByRole('button', { name: /^Log out/ })

test('a session that could not be ended is said to everybody, once', async () => {
  const { user } = open()
  server.use(http.delete('*/v1/auth/sessions/:id', () => HttpResponse.error()))
  await user.click((await buttons())[0] as HTMLElement)
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /is still logged in. ProConnect can’t be reached/,
  )
})

test('focus goes to the next session, and to the list after the last', async () => {
  const { user } = open()
  await user.click((await buttons())[0] as HTMLElement)
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Log out/ })).toHaveLength(1))
  expect(screen.getByRole('status')).toHaveTextContent(/is logged out/)
  expect((await buttons())[0]).toHaveFocus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Log out/ })).not.toBeInTheDocument())
  expect(screen.getByRole('list')).toHaveFocus()
})
