import { act, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Message, Page } from '@/api/types'
import { live } from '@/live/live'
import { aMessage, aRoom } from '@/testing/chat'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { follow } from './live/follow'
import { now } from './live/store'
import RoomView from './room-view'
import './edit-message'
import './message-menu'
import { chat } from './state/slice'

const server = mockServer()
const fiona = person('Fiona', 'freelancer')
const page = (...items: Message[]): Page<Message> => ({ items: items.reverse(), nextCursor: null })

beforeEach(() => {
  localStorage.clear()
  server.use(
    http.get('*/v1/rooms', () => HttpResponse.json({ items: [aRoom()], nextCursor: null })),
    http.get('*/v1/rooms/rom_1', () => HttpResponse.json(aRoom())),
    http.get('*/v1/users/me/blocked', () => HttpResponse.json({ items: [], nextCursor: null })),
  )
})

async function show(...messages: Message[]) {
  server.use(http.get('*/v1/rooms/rom_1/messages', () => HttpResponse.json(page(...messages))))
  const view = renderAs(<RoomView roomId="rom_1" />, { as: fiona })
  act(() => void view.store.dispatch(chat.began({ ownId: fiona.id, outbox: [] })))
  const stop = follow(view.store)
  await screen.findByRole('log')
  return { ...view, stop }
}

const articles = () => within(screen.getByRole('log')).getAllByRole('article')
const own = (number: number, change: Partial<Message> = {}) =>
  aMessage(number, { senderId: fiona.id, sentAt: new Date().toISOString(), ...change })

test('a message that comes is shown, and its writer’s hint ends', async () => {
  const { stop } = await show(aMessage(1))
  act(() => live.tell({ type: 'typing', roomId: 'rom_1', userId: 'usr_clara' }))
  expect(screen.getByText(/is writing/)).toBeInTheDocument()
  act(() => live.tell({ type: 'message', message: aMessage(2) }))
  expect(await screen.findByText('Message 2')).toBeInTheDocument()
  expect(screen.queryByText(/is writing/)).toBeNull()
  stop()
})

test('what was missed is asked for before what came is shown', async () => {
  const { stop } = await show(aMessage(1))
  const asked: (string | null)[] = []
  server.use(
    http.get('*/v1/rooms/rom_1/messages', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('after'))
      return HttpResponse.json({ items: [aMessage(2), aMessage(3)], nextCursor: null })
    }),
  )
  act(() => live.tell({ type: 'message', message: aMessage(3) }))
  expect(await screen.findByText('Message 3')).toBeInTheDocument()
  expect(articles().map((article) => article.textContent)).toHaveLength(3)
  expect(asked).toEqual(['msg_0001'])
  stop()
})

test('a refused edit shows the present text, keeps one’s own, and can be saved over it', async () => {
  const { user, store, stop } = await show(own(1))
  const versions: unknown[] = []
  const present = own(1, { text: 'From the phone', version: 2 })
  server.use(
    http.patch('*/v1/rooms/rom_1/messages/msg_0001', async ({ request }) => {
      const { version, text } = (await request.json()) as { version: number; text: string }
      versions.push(version)
      if (version === 1)
        return HttpResponse.json({ code: 'message_changed', detail: 'Changed.', present }, { status: 409 })
      return HttpResponse.json(own(1, { text, version: 3 }))
    }),
  )
  await user.click(screen.getByRole('button', { name: 'What to do with this message' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  const field = await screen.findByRole('textbox', { name: 'Edit your message' })
  await user.clear(field)
  await user.type(field, 'From the desk{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('From the phone')
  expect(field).toHaveValue('From the desk')
  await user.click(screen.getByRole('button', { name: 'Save mine instead' }))
  await expect.poll(() => screen.queryByRole('textbox', { name: 'Edit your message' })).toBeNull()
  expect(versions).toEqual([1, 2])
  expect(now(store).talks.rom_1?.messages[0]?.text).toBe('From the desk')
  stop()
})

test('a message that leads away carries a calm word, for its reader alone', async () => {
  const { stop } = await show(
    aMessage(1, { warnings: ['email_address', 'payment'] }),
    own(2, { warnings: ['messenger'] }),
  )
  expect(screen.getByText(/mentions an e-mail address and another way to pay/)).toBeInTheDocument()
  expect(screen.queryByText(/another messenger/)).toBeNull()
  stop()
})

test('where nobody reads, nobody writes', async () => {
  const gone = aRoom()
  const [clara] = gone.participants
  if (clara) clara.person.hasLeft = true
  server.use(
    http.get('*/v1/rooms/rom_1', () => HttpResponse.json(gone)),
    http.get('*/v1/rooms', () => HttpResponse.json({ items: [gone], nextCursor: null })),
  )
  const { stop } = await show(aMessage(1))
  expect(await screen.findByText(/nobody reads this any more/)).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).toBeNull()
  stop()
})

test('presence is said in words', async () => {
  const { stop } = await show(aMessage(1))
  act(() => live.tell({ type: 'presence', userId: 'usr_clara', status: 'online', lastSeenAt: null }))
  expect((await screen.findAllByText('Online')).length).toBeGreaterThan(0)
  stop()
})
