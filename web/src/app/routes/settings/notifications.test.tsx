import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import type { NoticePreferences } from '@/api/types'
import { Announcer } from '@/components/ui/announcer'
import { Toaster } from '@/components/ui/toaster'
import { somePreferences } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import NotificationSettings from './notifications'

const server = mockServer()
afterEach(() => vi.unstubAllGlobals())

function open(stored: NoticePreferences = somePreferences()) {
  let kept = stored
  const sent: NoticePreferences[] = []
  /** The versions that were looked at. */
  const asked: number[] = []
  server.use(
    http.get('*/v1/notifications/preferences', () => {
      asked.push(kept.version)
      return HttpResponse.json(kept)
    }),
    http.put('*/v1/notifications/preferences', async ({ request }) => {
      const body = (await request.json()) as NoticePreferences
      sent.push(body)
      if (body.version !== kept.version)
        return HttpResponse.json({ code: 'conflict', detail: 'Changed.' }, { status: 409 })
      const categories = kept.categories.map((before, place) => ({ ...before, ...body.categories[place] }))
      kept = { ...kept, ...body, categories, version: kept.version + 1 }
      return HttpResponse.json(kept)
    }),
  )
  const view = renderAs(
    <>
      <NotificationSettings />
      <Announcer />
      <Toaster />
    </>,
    { as: person('Clara', 'client') },
  )
  /** Another window saves. */
  const elsewhere = () => {
    kept = { ...kept, version: kept.version + 1 }
  }
  return { ...view, sent, asked, elsewhere }
}

const kind = async (name: string) => within(await screen.findByRole('group', { name }))
const save = () => screen.getByRole('button', { name: 'Save' })

test('every kind is there once; what is critical is always mailed', async () => {
  open()
  const money = await kind('Money')
  expect(money.getByText('Always by mail')).toBeInTheDocument()
  expect(money.queryByRole('combobox')).not.toBeInTheDocument()
  expect(screen.getAllByRole('combobox', { name: 'By mail' })).toHaveLength(6)
  expect(screen.getAllByRole('checkbox', { name: 'In the browser' })).toHaveLength(9)
})

test('what was chosen is saved as a whole, and said', async () => {
  const { user, sent } = open()
  const bids = await kind('New bids and shortlists')
  await user.selectOptions(bids.getByRole('combobox'), 'Not by mail')
  await user.click((await kind('Money')).getByRole('checkbox'))
  await user.selectOptions(screen.getByLabelText('Time zone'), 'America/New York')
  await user.click(save())
  await screen.findByText(/Your notification settings are saved\./)
  expect(sent[0]).toMatchObject({ version: 3, timeZone: 'America/New_York', digest: 'off' })
  expect(sent[0]?.categories).toHaveLength(9)
  expect(sent[0]?.categories).toContainEqual({ category: 'bids', mail: 'off', browser: true })
  expect(sent[0]?.categories).toContainEqual({ category: 'money', mail: 'always', browser: false })
  await user.click(save())
  await waitFor(() => expect(sent[1]?.version).toBe(4))
})

test('whoever wants something in the summary gets one, and without it is mailed at once', async () => {
  const { user } = open()
  const work = (await kind('Work under contracts')).getByRole('combobox')
  await user.selectOptions(work, 'In the daily digest')
  expect(screen.getByRole('radio', { name: 'Every day' })).toBeChecked()
  expect(screen.getByText('The daily digest is on.')).toBeInTheDocument()
  await user.click(screen.getByRole('radio', { name: 'Off' }))
  expect(work).toHaveDisplayValue('At once')
})

test('what was changed in another window is said, and nothing chosen here is lost', async () => {
  const { user, sent, asked, elsewhere } = open()
  const bids = (await kind('New bids and shortlists')).getByRole('combobox')
  await user.selectOptions(bids, 'Not by mail')
  elsewhere()
  await user.click(save())
  expect(await screen.findByRole('alert')).toHaveTextContent(/changed in another window/)
  expect(bids).toHaveDisplayValue('Not by mail')
  await waitFor(() => expect(asked).toEqual([3, 4]))
  await waitFor(() => expect(save()).not.toHaveAttribute('aria-busy'))
  await user.click(save())
  await screen.findByText(/settings are saved/)
  expect(sent.at(-1)?.categories).toContainEqual({ category: 'bids', mail: 'off', browser: true })
})

test('whoever has chosen nothing yet is where their device is', async () => {
  open(somePreferences({ version: 0, timeZone: 'UTC' }))
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(await screen.findByLabelText('Time zone')).toHaveValue(own)
})

test('the browser is asked on a click alone, and a refusal says what can be done', async () => {
  const asked = vi.fn(async () => 'denied')
  const browser = Object.assign(vi.fn(), { permission: 'default', requestPermission: asked })
  vi.stubGlobal('Notification', browser)
  const { user } = open()
  const button = await screen.findByRole('button', { name: 'Turn on in this browser' })
  expect(asked).not.toHaveBeenCalled()
  browser.permission = 'denied'
  await user.click(button)
  expect(asked).toHaveBeenCalledOnce()
  expect(await screen.findByText(/Allow them in its settings/)).toBeInTheDocument()
})

test('once allowed they are on until turned off, here alone', async () => {
  const made = vi.fn()
  const browser = Object.assign(
    vi.fn(function shown(...given: unknown[]) {
      made(...given)
    }),
    { permission: 'granted', requestPermission: async () => 'granted' },
  )
  vi.stubGlobal('Notification', browser)
  const { user } = open()
  await user.click(await screen.findByRole('button', { name: 'Turn on in this browser' }))
  await user.click(await screen.findByRole('button', { name: 'Turn off in this browser' }))
  expect(made).toHaveBeenCalledOnce()
  expect(screen.getByRole('button', { name: 'Turn on in this browser' })).toBeInTheDocument()
})
