import { act, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoredFile } from '@/api/types'
import { live } from '@/live/live'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
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
  expect(screen.getByText(/Wait until each file/)).toBeInTheDocument()
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  expect(seen.announced).toMatchObject([
    { name: 'brief.txt', contentType: 'text/plain', size: 5, purpose: 'task' },
  ])
  expect(seen.sent).toBe(1)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(screen.queryByText(/Wait until each file/)).not.toBeInTheDocument()
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
  expect(screen.getByText(/Send the files again that failed/)).toBeInTheDocument()
})

test('sends again what was lost on the way', async () => {
  api(stored('clean'))
  server.use(http.put(bucket, () => HttpResponse.error(), { once: true }))
  const { user } = renderAs(<Form />)
  await choose(user, text())
  await user.click(await screen.findByRole('button', { name: /^Retry/ }, { timeout: 5000 }))
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
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
  expect(screen.getByRole('status')).toHaveTextContent('It is in the list already.')
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
  const first = renderAs(<Form draft="x" />)
  await choose(first.user, text())
  await screen.findByText('Attached', {}, { timeout: 5000 })
  first.unmount()
  const second = renderAs(<Form draft="x" />)
  expect(await screen.findByText('Attached', {}, { timeout: 5000 })).toBeInTheDocument()
  second.unmount()
  server.use(http.get('*/v1/files/fil_1', () => HttpResponse.json({ code: 'not_found' }, { status: 404 })))
  renderAs(<Form draft="x" />)
  expect(await screen.findByText(/is no longer there/, {}, { timeout: 5000 })).toBeInTheDocument()
})
