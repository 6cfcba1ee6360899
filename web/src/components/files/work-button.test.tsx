import { fireEvent, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { WorkButton } from './work-button'
import type { Work } from './work'
// Loaded on demand by the button; here before the clock of a wait runs.
import './work-viewer'

const server = mockServer()
const aFile = (name: string, contentType: string) => ({
  id: 'fil_1',
  name,
  contentType,
  size: 2048,
  hasPreview: false,
})
const work = (change: Partial<Work>): Work => ({ title: 'A booklet', pictureId: null, file: null, ...change })
const show = (change: Partial<Work>) => renderAs(<WorkButton work={work(change)} alt="" />)
const button = () => screen.getByRole('button', { name: 'Look at A booklet' })

async function open(change: Partial<Work>) {
  const { user } = show(change)
  button().focus()
  await user.keyboard('{Enter}')
  return { user, dialog: within(await screen.findByRole('dialog', { name: 'A booklet' })) }
}

/** Answers addresses, one after the other. */
function addresses() {
  let asked = 0
  server.use(
    http.get('*/v1/files/fil_1', () => {
      asked += 1
      return HttpResponse.json({ downloadUrl: `https://files.example.com/${asked}` })
    }),
  )
}

test('a picture is shown large, and focus comes back', async () => {
  const { user, dialog } = await open({ pictureId: 'fil_1' })
  expect(dialog.getByRole('img', { name: 'A booklet' })).toHaveAttribute('src', '/pictures/fil_1/large.webp')
  expect(dialog.queryByRole('list')).toBeNull()
  await user.keyboard('{Escape}')
  await expect.poll(() => document.activeElement).toBe(button())
})

test('a film is played from its address', async () => {
  addresses()
  const { dialog } = await open({ file: aFile('reel.mp4', 'video/mp4') })
  const film = await dialog.findByLabelText('reel.mp4')
  expect(film).toHaveAttribute('src', 'https://files.example.com/1')
  expect(film).toHaveAttribute('controls')
})

test('an address that ended is asked for anew, and the film goes on where it was', async () => {
  addresses()
  const { dialog } = await open({ file: aFile('reel.mp4', 'video/mp4') })
  const film = await dialog.findByLabelText<HTMLVideoElement>('reel.mp4')
  film.play = () => Promise.resolve()
  film.currentTime = 30
  fireEvent.error(film)
  await expect.poll(() => film.getAttribute('src')).toBe('https://files.example.com/2')
  film.currentTime = 0
  fireEvent.loadedMetadata(film)
  expect(film.currentTime).toBe(30)
})

test('what the browser cannot play is downloaded', async () => {
  addresses()
  const { dialog } = await open({ file: aFile('reel.mkv', 'video/x-matroska') })
  fireEvent.error(await dialog.findByLabelText('reel.mkv'))
  expect(await dialog.findByRole('alert')).toHaveTextContent('can’t play “reel.mkv” here')
  expect(dialog.getByRole('button', { name: /Download reel\.mkv/ })).toBeInTheDocument()
})

test('a film that the portfolio has no longer says so, and so does its download', async () => {
  server.use(http.get('*/v1/files/fil_1', () => HttpResponse.json({ code: 'not_found' }, { status: 404 })))
  const { user, dialog } = await open({ file: aFile('reel.mp4', 'video/mp4') })
  expect(await dialog.findByText(/may no longer be there/)).toBeInTheDocument()
  await user.click(dialog.getByRole('button', { name: /Download reel\.mp4/ }))
  expect(await dialog.findByText(/is no longer there\.$/)).toBeInTheDocument()
})

test.each([
  ['talk.pptx', 'application/vnd.ms-powerpoint', 'PPTX'],
  ['booklet.pdf', 'application/pdf', 'PDF'],
])('%s shows its kind, name and size, and is downloaded by visitors too', async (name, type, kind) => {
  const { dialog } = await open({ file: aFile(name, type) })
  expect(dialog.getAllByText(kind).length).toBeGreaterThan(0)
  expect(dialog.getByText(name)).toBeInTheDocument()
  expect(dialog.getByRole('button', { name: new RegExp(`Download ${name}`) })).toBeInTheDocument()
  expect(dialog.getByText('2 KB')).toBeInTheDocument()
  expect(dialog.queryByRole('img')).toBeNull()
})

test('a picture that is gone has a mark in its place, and the viewer says so', async () => {
  const { user, dialog } = await open({ pictureId: 'fil_1' })
  fireEvent.error(dialog.getByRole('img', { name: 'A booklet' }))
  expect(dialog.getByRole('alert')).toHaveTextContent('This picture is no longer there.')
  await user.keyboard('{Escape}')
  const face = button().querySelector('img')
  fireEvent.error(face as HTMLImageElement)
  expect(button().querySelector('svg')).not.toBeNull()
})

test('a PDF whose first page was drawn shows it, and says that it is a PDF', async () => {
  const file = { ...aFile('booklet.pdf', 'application/pdf'), hasPreview: true }
  const { user, dialog } = await open({ pictureId: 'fil_1', file })
  const page = dialog.getByRole('img', { name: 'First page of A booklet' })
  expect(page).toHaveAttribute('src', '/pictures/fil_1/large.webp')
  expect(dialog.getByRole('button', { name: /Download booklet\.pdf/ })).toBeInTheDocument()
  await user.keyboard('{Escape}')
  expect(within(button()).getByText('PDF')).toBeInTheDocument()
  expect(button().querySelector('img')).toHaveAttribute('src', '/pictures/fil_1/small.webp')
})

test('a piece without anything to look at is no button', () => {
  show({})
  expect(screen.queryByRole('button')).toBeNull()
})
