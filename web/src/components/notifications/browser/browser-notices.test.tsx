import { act, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Told } from '@/api/types'
import { live } from '@/live/live'
import { aTold, somePreferences } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import BrowserNotices from './browser-notices'

const server = mockServer()

/** The browser's own, as far as they are asked for. */
class Shown {
  static all: Shown[] = []
  static permission = 'granted'
  onclick: (() => void) | null = null
  close = vi.fn()
  title: string
  options: { body: string; tag: string; silent: boolean; renotify: boolean }
  constructor(title: string, options: Shown['options']) {
    this.title = title
    this.options = options
    Shown.all.push(this)
  }
}

/** The browser's locks; `elsewhere` are those that other tabs hold. */
function locks(...elsewhere: string[]) {
  const held = new Set(elsewhere)
  return {
    async request(name: string, { mode }: { mode: string }, work: () => Promise<void>) {
      if (mode === 'exclusive' && elsewhere.includes(name)) return
      held.add(name)
      await work()
      held.delete(name)
    },
    query: async () => ({ held: [...held].map((name) => ({ name })) }),
  }
}

beforeEach(() => {
  Shown.all = []
  vi.stubGlobal('Notification', Shown)
  vi.spyOn(window, 'focus').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'locks')
})

async function open(held = locks(), quiet: string[] = []) {
  Object.defineProperty(navigator, 'locks', { value: held, configurable: true })
  const { categories } = somePreferences()
  const chosen = categories.map((choice) => ({ ...choice, browser: !quiet.includes(choice.category) }))
  const marked: unknown[] = []
  server.use(
    http.get('*/v1/notifications/preferences', () =>
      HttpResponse.json(somePreferences({ categories: chosen })),
    ),
    http.post('*/v1/notifications/read', async ({ request }) => {
      marked.push(await request.json())
      return HttpResponse.json({ unreadCount: 0 })
    }),
  )
  const view = renderAs(<BrowserNotices userId="usr_clara" />, {
    as: person('Clara', 'client'),
    at: '/dashboard',
    route: '/dashboard',
  })
  await waitFor(() =>
    expect(Object.values((view.store.getState() as unknown as ApiState).api.queries)[0]?.status).toBe(
      'fulfilled',
    ),
  )
  return { ...view, marked }
}

interface ApiState {
  api: { queries: Record<string, { status: string }> }
}

const tell = (notification: Told) =>
  act(async () => live.tell({ type: 'notification', notification, unreadCount: 1 }))

test('shows one for each thing, which counts, and goes with what was read elsewhere', async () => {
  await open()
  await tell(aTold(1))
  await tell(aTold(2))
  const [first, second] = Shown.all
  expect(first?.options).toMatchObject({ body: 'Fiona bids $1.00.', silent: false, renotify: true })
  expect(second?.options).toMatchObject({ body: '2 new. Fiona bids $2.00.', silent: true, renotify: false })
  expect(second?.options.tag).toBe(first?.options.tag)
  act(() => live.tell({ type: 'notifications-read', unreadCount: 0, ids: null, upTo: 'ntf_2' }))
  expect(second?.close).toHaveBeenCalledOnce()
})

test('a click brings the tab to the front, at what it is about, which is read by that', async () => {
  const { marked } = await open()
  await tell(aTold(1))
  act(() => Shown.all[0]?.onclick?.())
  expect(window.focus).toHaveBeenCalledOnce()
  await screen.findByText('Another page')
  await waitFor(() => expect(marked).toEqual([{ ids: ['ntf_1'] }]))
})

test('nothing is shown while the page that it is about is looked at, in whichever tab', async () => {
  await open(locks('proconnect.sees /tasks/tsk_1/bids'))
  await tell(aTold(1))
  await tell(aTold(2, { path: '/dashboard', thing: null }))
  await tell(aTold(3, { path: '/contracts/ctr_1', thing: null }))
  expect(Shown.all.map(({ options }) => options.body)).toEqual(['Fiona bids $3.00.'])
})

test('one tab shows it: not this one while another leads', async () => {
  await open(locks('proconnect.notifies usr_clara'))
  await tell(aTold(1))
  expect(Shown.all).toEqual([])
})

test('nothing of a kind that was not chosen; and what is shown goes with the person', async () => {
  const { unmount } = await open(locks(), ['bids'])
  await tell(aTold(1))
  expect(Shown.all).toEqual([])
  await tell(aTold(2, { category: 'money' }))
  expect(Shown.all).toHaveLength(1)
  unmount()
  expect(Shown.all[0]?.close).toHaveBeenCalledOnce()
})
