import { act, createEvent, fireEvent, screen, waitFor } from '@testing-library/react'
import { delay, http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoredFile } from '@/api/types'
import { live } from '@/live/live'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { EntryLine } from './entry-line'
import { FilesField } from './files-field'
import { useFormFiles } from './use-form-files'

const server = mockServer()
/** On the page's own origin: elsewhere, a browser would first ask the bucket whether it may. */
const bucket = `${window.location.origin}/uploads/fil_1`

function Form({ draft }: { draft?: string }) {
  const files = useFormFiles('task', 'attachmentIds', draft)
  return (
    <form>
      <FilesField label="Files" {...files.field} />
      <button type="button" onClick={() => files.take()}>
        Send
      </button>
    </form>
  )
}

const stored = (status: StoredFile['status'], problem?: StoredFile['problem']) => ({
  id: 'fil_1',
  status,
  problem,
})

/** The API: announcing, the bucket, and what the check finds. */
function api(found: ReturnType<typeof stored>) {
  const seen = { announced: [] as unknown[], sent: 0, asked: 0, removed: 0 }
  server.use(
    http.post('*/v1/files', async ({ request }) => {
      seen.announced.push(await request.json())
      const upload = {
        method: 'PUT',
        url: bucket,
        headers: { 'content-type': 'text/plain', 'content-length': '5' },
      }
      return HttpResponse.json({ file: stored('pending'), upload }, { status: 201 })
    }),
    http.put(bucket, () => {
      seen.sent += 1
      return new HttpResponse()
    }),
    http.get('*/v1/files/fil_1', () => {
      seen.asked += 1
      return HttpResponse.json(found)
    }),
    http.delete('*/v1/files/fil_1', () => {
      seen.removed += 1
      return new HttpResponse(null, { status: 204 })
    }),
  )
  return seen
}

const text = (name = 'brief.txt', content = 'words') => new File([content], name, { type: 'text/plain' })

async function choose(user: ReturnType<typeof renderAs>['user'], ...files: File[]) {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  await user.upload(input as HTMLInputElement, files)
}

beforeEach(() => localStorage.clear())
afterEach(() => live.changed(false))

test('announces, sends and waits for the check; the form waits with it', async () => {
  const seen = api(stored('clean'))
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(screen.getByText(/Wait until every file/)).toBeInTheDocument()
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  expect(seen.announced).toMatchObject([
    { name: 'brief.txt', contentType: 'text/plain', size: 5, purpose: 'task' },
  ])
  expect(seen.sent).toBe(1)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(screen.queryByText(/Wait until every file/)).not.toBeInTheDocument()
})

const said = (id: string, status: StoredFile['status']) =>
  act(() => live.tell({ type: 'file', file: { ...stored(status), id } as StoredFile }))

test('takes what the live connection tells at once, without asking', async () => {
  const seen = api(stored('scanning'))
  live.changed(true)
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await screen.findByText('Checking for viruses …')
  said('fil_2', 'clean')
  said('fil_1', 'scanning')
  await expect(screen.findByText('Attached', {}, { timeout: 700 })).rejects.toThrow()
  said('fil_1', 'clean')
  expect(await screen.findByText('Attached')).toBeInTheDocument()
  expect(seen.asked).toBe(0)
})

test('asks again when the live connection was lost, or has come back', async () => {
  const seen = api(stored('scanning'))
  live.changed(true)
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await screen.findByText('Checking for viruses …')
  server.use(http.get('*/v1/files/fil_1', () => HttpResponse.error(), { once: true }))
  act(() => live.changed(false))
  await waitFor(() => expect(seen.asked).toBe(1), { timeout: 5000 })
  expect(screen.getByText('Checking for viruses …')).toBeInTheDocument()
  api(stored('clean'))
  act(() => live.changed(true))
  expect(await screen.findByText('Attached', {}, { timeout: 900 })).toBeInTheDocument()
})

test('says why a file was refused, and offers no second try', async () => {
  api(stored('infected', { code: 'virus', detail: 'A virus was found in this file, so it was deleted.' }))
  const { user } = renderAs(<Form />)
  await choose(user, text())
  expect(await screen.findByText(/A virus was found/, {}, { timeout: 5000 })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Retry/ })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(screen.getByText(/Send the files that failed again/)).toBeInTheDocument()
})

test('sends again what was lost on the way', async () => {
  api(stored('clean'))
  server.use(http.put(bucket, () => HttpResponse.error(), { once: true }))
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await user.click(await screen.findByRole('button', { name: /^Retry/ }, { timeout: 5000 }))
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
})

test('an announcement whose answer was lost is sent again under its key, the next one under another', async () => {
  const keys: (string | null)[] = []
  api(stored('clean'))
  server.use(
    http.post('*/v1/files', ({ request }) => {
      keys.push(request.headers.get('idempotency-key'))
      return keys.length === 1 ? HttpResponse.error() : undefined
    }),
  )
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await user.click(await screen.findByRole('button', { name: /^Retry/ }, { timeout: 5000 }))
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  expect(keys[0]).toMatch(/^[0-9a-f-]{20,}$/)
  expect(keys[1]).toBe(keys[0])
  await choose(user, text('other.txt'))
  await waitFor(() => expect(keys).toHaveLength(3))
  expect(keys[2]).not.toBe(keys[0])
})

test('what was announced for nothing is deleted when it is sent again', async () => {
  const seen = api(stored('clean'))
  server.use(http.put(bucket, () => HttpResponse.error(), { once: true }))
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await user.click(await screen.findByRole('button', { name: /^Retry/ }, { timeout: 5000 }))
  expect(screen.getByRole('button', { name: /brief.txt$/ })).toHaveFocus()
  await waitFor(() => expect(seen.removed).toBe(1))
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  expect(seen.announced).toHaveLength(2)
})

test('files that are only being checked hold up no others', async () => {
  const seen = api(stored('scanning'))
  const { user } = renderAs(<Form />)
  await choose(user, ...[1, 2, 3, 4, 5].map((place) => text(`${place}.txt`)))
  await waitFor(() => expect(seen.sent).toBe(5), { timeout: 5000 })
  expect(await screen.findAllByText('Checking for viruses …')).toHaveLength(5)
})

test('asks on while the server stumbles; what has arrived is never sent twice', async () => {
  const seen = api(stored('clean'))
  const asked = '*/v1/files/fil_1'
  server.use(http.get(asked, () => HttpResponse.json({ code: 'internal' }, { status: 500 }), { once: true }))
  const { user } = renderAs(<Form />)
  await choose(user, text())
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Remove brief.txt' }))

  server.use(http.get(asked, () => HttpResponse.json({ code: 'forbidden' }, { status: 403 }), { once: true }))
  await choose(user, text('again.txt'))
  await user.click(await screen.findByRole('button', { name: /^Retry/ }, { timeout: 5000 }))
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  expect(seen).toMatchObject({ sent: 2, removed: 1 })
})

test('sends anew what the server has lost', async () => {
  const seen = api(stored('clean'))
  const gone = () => HttpResponse.json({ code: 'not_found' }, { status: 404 })
  server.use(http.get('*/v1/files/fil_1', gone, { once: true }))
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await user.click(await screen.findByRole('button', { name: /^Retry/ }, { timeout: 5000 }))
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  expect(seen.sent).toBe(2)
})

test('a file that cannot be read is not sent without its checksum', async () => {
  const seen = api(stored('clean'))
  const { user } = renderAs(<Form />)
  const moved = text()
  moved.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotFoundError'))
  await choose(user, moved)
  expect(await screen.findByText(/This file can’t be read/)).toBeInTheDocument()
  expect(seen.announced).toHaveLength(0)
})

test('reads one file at a time', async () => {
  api(stored('clean'))
  const { user } = renderAs(<Form />)
  const ends: (() => void)[] = []
  const slow = (name: string) => {
    const file = text(name)
    file.arrayBuffer = () => new Promise((resolve) => ends.push(() => resolve(new ArrayBuffer(5))))
    return file
  }
  await choose(user, slow('1.txt'), slow('2.txt'), slow('3.txt'))
  await waitFor(() => expect(ends).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'Cancel 2.txt' }))
  ends[0]?.()
  await waitFor(() => expect(ends).toHaveLength(2))
  ends[1]?.()
  await waitFor(() => expect(screen.getAllByText('Attached')).toHaveLength(2), { timeout: 5000 })
})

test('what is on its way can be cancelled, and chosen again', async () => {
  const seen = api(stored('clean'))
  server.use(
    http.put(bucket, async () => {
      await delay('infinite')
    }),
  )
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await screen.findByRole('progressbar', { name: 'Sending brief.txt' })
  await user.click(screen.getByRole('button', { name: 'Cancel brief.txt' }))
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus()
  await waitFor(() => expect(seen.removed).toBe(1))
  server.use(http.put(bucket, () => new HttpResponse()))
  await choose(user, text())
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
})

test('a slow check says that the form waits', () => {
  const entry = { key: '1', name: 'a.txt', size: 5, type: '', id: 'fil_1', arrived: true, content: null }
  renderAs(
    <EntryLine
      entry={{ ...entry, step: { at: 'checking', slow: true } }}
      onRemove={() => undefined}
      onRetry={() => undefined}
    />,
  )
  expect(screen.getByText(/You can send the form once it is done/)).toBeInTheDocument()
})

test('the page stays when a file misses the area', () => {
  const drop = () => createEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [text()] } })
  const { unmount } = renderAs(<Form />)
  const missed = drop()
  fireEvent(document.body, missed)
  expect(missed.defaultPrevented).toBe(true)
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  unmount()
  const elsewhere = drop()
  fireEvent(document.body, elsewhere)
  expect(elsewhere.defaultPrevented).toBe(false)
})

const paste = (at: Element, ...types: string[]) =>
  fireEvent.paste(at, { clipboardData: { types: ['Files', ...types], files: [text('pasted.txt')] } })

test('takes what is pasted anywhere, unless it is text for a field', () => {
  api(stored('clean'))
  renderAs(
    <>
      <input aria-label="Elsewhere" />
      <Form />
    </>,
  )
  paste(screen.getByLabelText('Elsewhere'), 'text/plain')
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  paste(document.body, 'text/plain')
  expect(screen.getByRole('listitem')).toHaveTextContent('pasted.txt')
})

test('with two areas, what is pasted beside both goes into neither', () => {
  api(stored('clean'))
  renderAs(
    <>
      <Form />
      <Form />
    </>,
  )
  paste(document.body)
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  paste(screen.getAllByRole('button', { name: 'Choose files' })[0] as Element)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

test('says when to come back after too many', async () => {
  api(stored('clean'))
  const body = { code: 'rate_limited', detail: 'Too many requests.' }
  server.use(
    http.post(
      '*/v1/files',
      () => HttpResponse.json(body, { status: 429, headers: { 'retry-after': '20' } }),
      { once: true },
    ),
  )
  const { user } = renderAs(<Form />)
  await choose(user, text())
  expect(await screen.findByText(/Try again in 20 seconds/, {}, { timeout: 5000 })).toBeInTheDocument()
})

test('refuses before a byte is sent what can never be taken', async () => {
  const seen = api(stored('clean'))
  const { user } = renderAs(<Form />)
  const large = text('large.txt')
  Object.defineProperty(large, 'size', { value: 52_428_801 })
  await choose(user, large, text('empty.txt', ''))
  expect(screen.getByRole('status')).toHaveTextContent('“large.txt”: The file is larger than 50 MB.')
  expect(screen.getByRole('status')).toHaveTextContent('“empty.txt”: The file is empty.')
  await choose(user, ...Array.from({ length: 11 }, (_, place) => text(`${place}.txt`)))
  expect(screen.getByRole('status')).toHaveTextContent('At most 10 files can be attached.')
  expect(screen.getAllByRole('listitem')).toHaveLength(10)
  await choose(user, text('0.txt'))
  expect(screen.getByRole('status')).toHaveTextContent('It is already in the list.')
  await waitFor(() => expect(seen.announced.length).toBeGreaterThan(0))
})

test('takes a file back, on the server too', async () => {
  const seen = api(stored('clean'))
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await screen.findByText('Attached', {}, { timeout: 5000 })
  await user.click(screen.getByRole('button', { name: 'Remove brief.txt' }))
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  await waitFor(() => expect(seen.removed).toBe(1))
})

test('keeps what was sent with the draft, and says when it is gone', async () => {
  api(stored('clean'))
  const first = renderAs(<Form draft="x" />, { as: person('Clara', 'client') })
  await choose(first.user, text())
  await screen.findByText('Attached', {}, { timeout: 5000 })
  first.unmount()
  const second = renderAs(<Form draft="x" />, { as: person('Clara', 'client') })
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  second.unmount()
  server.use(http.get('*/v1/files/fil_1', () => HttpResponse.json({ code: 'not_found' }, { status: 404 })))
  renderAs(<Form draft="x" />, { as: person('Clara', 'client') })
  expect(await screen.findByText(/is no longer there/, {}, { timeout: 5000 })).toBeInTheDocument()
})
