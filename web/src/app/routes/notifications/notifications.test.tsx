import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Told } from '@/api/types'
import LiveNotices from '@/components/notifications/live-notices'
import { Announcer } from '@/components/ui/announcer'
import { Toaster } from '@/components/ui/toaster'
import { unread } from '@/lib/unread'
import { live } from '@/live/live'
import { aTold } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import Notifications from './notifications'

const server = mockServer()
beforeEach(() => live.changed(true))
afterEach(() =>
  act(() => {
    live.changed(false)
    unread.set('notifications', 0)
  }),
)

/** A server that knows these, the newest first, two on a page; the answer is what it was asked to mark. */
function knows(...all: Told[]) {
  const marked: unknown[] = []
  server.use(
    http.get('*/v1/notifications', ({ request }) => {
      const { searchParams } = new URL(request.url)
      const from = Number(searchParams.get('cursor') ?? 0)
      const asked = all.filter(
        ({ category, readAt }) =>
          (searchParams.get('category') ?? category) === category && !(searchParams.has('unread') && readAt),
      )
      const nextCursor = asked.length > from + 2 ? String(from + 2) : null
      const unreadCount = all.filter(({ readAt }) => readAt === null).length
      return HttpResponse.json({ items: asked.slice(from, from + 2), nextCursor, unreadCount })
    }),
    http.post('*/v1/notifications/read', async ({ request }) => {
      marked.push(await request.json())
      return HttpResponse.json({ unreadCount: 0 })
    }),
  )
  return marked
}

const open = (at = '/notifications') =>
  renderAs(
    <>
      <Notifications />
      <LiveNotices userId="usr_clara" />
      <Announcer />
      <Toaster />
    </>,
    { as: person('Clara', 'client'), at, route: '/notifications' },
  )

const contract = { type: 'contract' as const, id: 'ctr_1', title: 'A shop' }
const list = () => screen.findByRole('list', { name: 'Notifications' })

test('shows what there is by what it is about, and the rest when asked', async () => {
  knows(aTold(4), aTold(3, { thing: contract }), aTold(2), aTold(1, { thing: null }))
  const { user } = open()
  expect(within(await list()).getAllByRole('link')).toHaveLength(2)
  expect(screen.getByText('A shop')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  const earlier = await screen.findByRole('button', { name: '1 earlier about this, unread' })
  await user.click(earlier)
  expect(earlier).toHaveAttribute('aria-expanded', 'true')
  expect(screen.getByRole('link', { name: /\$2\.00/ })).toBeInTheDocument()
})

test('opening one goes to what it is about and marks it as read', async () => {
  const marked = knows(aTold(2), aTold(1))
  const { user } = open()
  await user.click(await screen.findByRole('link', { name: /^Unread: Fiona bids \$2\.00/ }))
  await screen.findByText('Another page')
  await waitFor(() => expect(marked).toEqual([{ ids: ['ntf_2', 'ntf_1'] }]))
})

test('one that was marked stays, and the focus with it', async () => {
  const marked = knows(aTold(2), aTold(1, { thing: null, path: null }))
  const { user } = open('/notifications?show=unread')
  await user.click(await screen.findByRole('button', { name: /^Mark as read: .*\$1\.00/ }))
  expect(screen.getByText('Fiona bids $1.00.')).toHaveFocus()
  expect(screen.queryByRole('button', { name: /^Mark as read: .*\$1\.00/ })).not.toBeInTheDocument()
  expect(marked).toEqual([{ ids: ['ntf_1'] }])
})

test('what could not be marked is unread again, and that is said', async () => {
  knows(aTold(1))
  const { user } = open()
  server.use(http.post('*/v1/notifications/read', () => HttpResponse.error()))
  await user.click(await screen.findByRole('button', { name: /^Mark as read/ }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/still unread/)
  expect(await screen.findByRole('button', { name: /^Mark as read/ })).toBeInTheDocument()
})

test('all are read up to the newest that is shown; of one kind, those that are shown', async () => {
  const marked = knows(
    aTold(3),
    aTold(2, { category: 'money' }),
    aTold(1, { category: 'money', readAt: 'x' }),
  )
  const { user } = open()
  await list()
  const all = screen.getByRole('button', { name: 'Mark all as read' })
  await waitFor(() => expect(all).not.toHaveAttribute('aria-disabled'))
  await user.click(all)
  await screen.findByText('All notifications are marked as read.')
  expect(marked).toEqual([{ all: true, upTo: 'ntf_3' }])
  await waitFor(() => expect(all).toHaveAttribute('aria-disabled'))
  expect(all).toHaveFocus()
  await user.selectOptions(screen.getByLabelText('About'), 'Money')
  await user.click(await screen.findByRole('button', { name: 'Mark these as read' }))
  await waitFor(() => expect(marked[1]).toEqual({ ids: ['ntf_2'] }))
})

test('what comes over the connection is on top at once, and read elsewhere it is read here', async () => {
  knows(aTold(1, { readAt: 'x' }))
  open()
  await list()
  const heard = [aTold(2), aTold(3, { thing: contract })]
  act(() => {
    for (const notification of heard) live.tell({ type: 'notification', notification, unreadCount: 2 })
  })
  await waitFor(() => expect(screen.getAllByRole('link', { name: /^Unread/ })[0]).toHaveTextContent('$3.00'))
  act(() => live.tell({ type: 'notifications-read', unreadCount: 0, ids: null, upTo: 'ntf_3' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Mark as read/ })).not.toBeInTheDocument())
})

test('what is no longer there leads nowhere, and neither does another site', async () => {
  knows(aTold(2, { path: null, isGone: true }), aTold(1, { thing: null, path: '//evil.example' }))
  open()
  expect(within(await list()).queryByRole('link')).not.toBeInTheDocument()
})

test.each([
  ['', 'No notifications yet'],
  ['?show=unread', 'Nothing unread'],
  ['?about=money', 'Nothing of this kind'],
])('says what an empty list means (%s)', async (query, title) => {
  knows()
  open(`/notifications${query}`)
  expect(await screen.findByText(title)).toBeInTheDocument()
})

test('a failure is said, and tried again', async () => {
  server.use(http.get('*/v1/notifications', () => HttpResponse.error()))
  const { user } = open()
  await screen.findByText('Could not load the notifications')
  knows(aTold(1))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await list()
})

test('what may have been missed is asked for once the connection is open again', async () => {
  knows()
  open()
  await screen.findByText('No notifications yet')
  knows(aTold(1))
  act(() => live.changed(false))
  act(() => live.changed(true))
  await list()
})
