import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { Attachments } from './attachments'

const server = mockServer()
const file = (name: string, contentType: string) => ({
  id: `fil_${name}`,
  name,
  contentType,
  size: 2048,
  hasPreview: false,
})
const files = [
  file('logo.png', 'image/png'),
  file('offer.pdf', 'application/pdf'),
  file('page.svg', 'image/svg+xml'),
]

test('pictures show themselves, and other files their kind', async () => {
  const asked: string[] = []
  server.use(
    http.get('*/v1/files/:id', ({ params }) => {
      asked.push(String(params.id))
      return HttpResponse.json({ downloadUrl: `https://files.example.com/${params.id}` })
    }),
  )
  const { container } = renderAs(<Attachments files={files} />, { as: person('Clara', 'client') })
  const picture = await expect
    .poll(() => container.querySelector('img'))
    .not.toBeNull()
    .then(() => container.querySelector('img'))
  expect(picture).toHaveAttribute('src', 'https://files.example.com/fil_logo.png')
  expect(picture).toHaveAttribute('width')
  expect(asked).toEqual(['fil_logo.png'])
  expect(container.querySelectorAll('img')).toHaveLength(1)
  expect(screen.getByText('PDF')).toBeInTheDocument()
  expect(screen.getByText('SVG')).toBeInTheDocument()
})

test('a PDF shows its first page where there is a picture of it', async () => {
  server.use(
    http.get('*/v1/files/:id', ({ params }) =>
      HttpResponse.json({
        downloadUrl: `https://files.example.com/${params.id}`,
        previewUrl: `https://files.example.com/${params.id}-page.webp`,
      }),
    ),
  )
  const drawn = { ...file('offer.pdf', 'application/pdf'), hasPreview: true }
  const { container } = renderAs(<Attachments files={[drawn]} />, { as: person('Clara', 'client') })
  await expect
    .poll(() => container.querySelector('img')?.getAttribute('src'))
    .toBe('https://files.example.com/fil_offer.pdf-page.webp')
  expect(screen.getByRole('button', { name: /Download offer\.pdf/ })).toBeInTheDocument()
})

test('a visitor sees what kind of file it is', () => {
  const { container } = renderAs(<Attachments files={files} />)
  expect(container.querySelector('img')).toBeNull()
  expect(screen.getByText('PNG')).toBeInTheDocument()
})

test('a file that is gone is not to be tried again', async () => {
  server.use(http.get('*/v1/files/:id', () => HttpResponse.json({ code: 'not_found' }, { status: 404 })))
  const { user } = renderAs(<Attachments files={files} />)
  await user.click(screen.getByRole('button', { name: /offer\.pdf/ }))
  expect(await screen.findByRole('alert')).toHaveTextContent('“offer.pdf” is no longer there.')
})

test('one that cannot be had just now is', async () => {
  server.use(http.get('*/v1/files/:id', () => HttpResponse.json({}, { status: 503 })))
  const { user } = renderAs(<Attachments files={files} />)
  await user.click(screen.getByRole('button', { name: /offer\.pdf/ }))
  expect(await screen.findByRole('alert')).toHaveTextContent('couldn’t be downloaded. Try again.')
})
