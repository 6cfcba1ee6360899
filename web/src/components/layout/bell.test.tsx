import { act, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { unread } from '@/lib/unread'
import { aTold } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { Bell } from './bell'

const server = mockServer()

function resize(width: number): void {
  window.innerWidth = width
  window.dispatchEvent(new Event('resize'))
}

afterEach(() =>
  act(() => {
    resize(1024)
    unread.set('notifications', 0)
  }),
)

function open() {
  server.use(
    http.get('*/v1/notifications', () =>
      HttpResponse.json({ items: [aTold(1)], nextCursor: null, unreadCount: 1 }),
    ),
    http.post('*/v1/notifications/read', () => HttpResponse.json({ unreadCount: 0 })),
  )
  return renderAs(<Bell />, { as: person('Clara', 'client'), at: '/dashboard', route: '/dashboard' })
}

test('says how much is unread, and no more than it knows', () => {
  open()
  const bell = screen.getByRole('link', { name: 'Notifications' })
  act(() => unread.set('notifications', 3))
  expect(bell).toHaveAccessibleName('Notifications, 3 unread')
  expect(bell).toHaveTextContent('3')
  act(() => unread.set('notifications', 100))
  expect(bell).toHaveAccessibleName('Notifications, more than 99 unread')
  expect(bell).toHaveTextContent('99+')
})

test('opens a list below itself, which gives the focus back', async () => {
  const { user } = open()
  const bell = screen.getByRole('link', { name: 'Notifications' })
  await user.click(bell)
  const panel = await screen.findByRole('dialog', { name: 'Notifications' })
  expect(bell).toHaveAttribute('aria-expanded', 'true')
  await screen.findByRole('link', { name: /\$1\.00/ })
  expect(panel).toContainElement(document.activeElement as HTMLElement)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(bell).toHaveFocus())
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('the list goes with whoever goes to what is in it', async () => {
  const { user } = open()
  await user.click(screen.getByRole('link', { name: 'Notifications' }))
  await user.click(await screen.findByRole('link', { name: /\$1\.00/ }))
  await screen.findByText('Another page')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('leads to the page on a phone', async () => {
  const { user } = open()
  act(() => resize(390))
  const bell = screen.getByRole('link', { name: 'Notifications' })
  expect(bell).not.toHaveAttribute('aria-haspopup')
  await user.click(bell)
  await screen.findByText('Another page')
})
