import { act, cleanup, screen } from '@testing-library/react'
import { delay, http, HttpResponse } from 'msw'
import { createRef, useEffect, useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { live } from '@/live/live'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { Composer } from './composer'
import { roomFiles } from './live/room-files'
import { now } from './live/store'
import ChatSession from './session'
import { chat } from './state/slice'

const server = mockServer()
const fiona = person('Fiona', 'freelancer')
const bucket = `${window.location.origin}/uploads/fil_1`

/** The API, which lets a file wait in the bucket until `arrive` is called. */
function api() {
  const seen = { announced: 0, arrived: 0, aborted: 0, removed: 0 }
  let arrive: () => void = () => undefined
  const held = new Promise<void>((resolve) => (arrive = resolve))
  server.use(
    http.get('*/v1/rooms', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.post('*/v1/files', () => {
      seen.announced += 1
      const upload = { method: 'PUT', url: bucket, headers: { 'content-type': 'text/plain' } }
      const file = { id: 'fil_1', status: 'pending' }
      return HttpResponse.json({ file, upload }, { status: 201 })
    }),
    http.put(bucket, async ({ request }) => {
      request.signal.addEventListener('abort', () => (seen.aborted += 1))
      await held
      seen.arrived += 1
      return new HttpResponse()
    }),
    http.get('*/v1/files/fil_1', () => HttpResponse.json({ id: 'fil_1', status: 'clean' })),
    http.delete('*/v1/files/fil_1', () => {
      seen.removed += 1
      return new HttpResponse(null, { status: 204 })
    }),
  )
  return { seen, arrive }
}

function show(first: string) {
  const area = createRef<HTMLElement>()
  let go: (room: string | null) => void = () => undefined
  function Place() {
    const [room, setRoom] = useState<string | null>(first)
    useEffect(() => void (go = setRoom), [])
    return (
      <section ref={area}>
        {room && <Composer key={room} roomId={room} name={`of ${room}`} area={area} />}
      </section>
    )
  }
  const view = renderAs(<Place />, { as: fiona })
  act(() => void view.store.dispatch(chat.began({ ownId: fiona.id, outbox: [] })))
  return { ...view, go: (room: string | null) => act(() => go(room)) }
}

async function attach(user: ReturnType<typeof renderAs>['user'], name = 'plan.txt') {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  await user.upload(input as HTMLInputElement, new File(['words'], name, { type: 'text/plain' }))
  await screen.findByRole('progressbar', { name: `Sending ${name}` })
}

const field = (room: string) => screen.getByRole('textbox', { name: `Message to of ${room}` })

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  roomFiles.end()
  live.changed(false)
})

test('a file goes on while another room is open, and lies in its own when one is back', async () => {
  const { seen, arrive } = api()
  const { user, store, go } = show('rom_1')
  await attach(user)
  go('rom_2')
  expect(screen.queryByText('plan.txt')).toBeNull()
  arrive()
  await expect.poll(() => seen.arrived).toBe(1)

  // What is sent there meanwhile has no part in it.
  await user.type(field('rom_2'), 'something else{Enter}')
  expect(now(store).outbox).toMatchObject([{ roomId: 'rom_2', files: [] }])

  go('rom_1')
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  await user.type(field('rom_1'), '{Enter}')
  expect(now(store).outbox[1]).toMatchObject({ roomId: 'rom_1', files: [{ id: 'fil_1', name: 'plan.txt' }] })
  expect(seen).toEqual({ announced: 1, arrived: 1, aborted: 0, removed: 0 })
})

test('it is shown further on when one is back, and can be cancelled', async () => {
  const { seen } = api()
  const { user, go } = show('rom_1')
  await attach(user)
  go(null)
  await delay(50)
  expect(seen.aborted).toBe(0)
  go('rom_1')
  expect(screen.getByRole('progressbar', { name: 'Sending plan.txt' })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Cancel plan.txt' }))
  expect(screen.queryByText('plan.txt')).toBeNull()
  await expect.poll(() => seen.aborted).toBe(1)
  await expect.poll(() => seen.removed).toBe(1)
})

test('what failed while one was away is still there to be sent again', async () => {
  const { arrive } = api()
  server.use(http.put(bucket, () => HttpResponse.error(), { once: true }))
  const { user, go } = show('rom_1')
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  await user.upload(input as HTMLInputElement, new File(['words'], 'plan.txt', { type: 'text/plain' }))
  go('rom_2')
  await delay(300)
  go('rom_1')
  arrive()
  await user.click(await screen.findByRole('button', { name: /^Retry/ }, { timeout: 5000 }))
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
})

test('leaving the page asks first, as long as a file is on its way into any room', async () => {
  const { arrive } = api()
  const { user, go } = show('rom_1')
  await attach(user)
  go('rom_2')
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(leave()).toBe(true)
  arrive()
  await expect.poll(leave, { timeout: 5000 }).toBe(false)
})

test('with the end of the session nothing is sent for anybody any more', async () => {
  const { seen } = api()
  const { user, go, unmount } = show('rom_1')
  await attach(user)
  go(null)
  unmount()
  expect(seen.aborted).toBe(0)
  const session = renderAs(<ChatSession userId={fiona.id} />, { as: fiona })
  session.unmount()
  await expect.poll(() => seen.aborted).toBe(1)
})
