import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { PortfolioItem } from '@/api/types'
import { aPiece } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { PieceForm } from './piece-form'

const server = mockServer()
const file = {
  id: 'fil_1',
  name: 'booklet.pdf',
  contentType: 'application/pdf',
  size: 2048,
  hasPreview: false,
}
const booklet = aPiece('A booklet', { file })

/** The form of a piece, and the bodies that it sends. */
function change(item: PortfolioItem) {
  const sent: unknown[] = []
  server.use(
    http.patch('*/v1/users/me/portfolio/*', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(item)
    }),
  )
  const { user } = renderAs(<PieceForm item={item} onDone={() => undefined} />, {
    as: person('Felix', 'freelancer'),
  })
  return { user, sent }
}

test('a file that is not touched is not named', async () => {
  const { user, sent } = change(booklet)
  expect(screen.getByText('booklet.pdf')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect.poll(() => sent).toHaveLength(1)
  expect(sent[0]).not.toHaveProperty('fileId')
})

test('a file that is removed is cleared, and focus goes to the choice of another', async () => {
  const { user, sent } = change(booklet)
  await user.click(screen.getByRole('button', { name: 'Remove the file' }))
  expect(screen.queryByText('booklet.pdf')).toBeNull()
  expect(screen.getByRole('button', { name: 'Choose a file' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect.poll(() => sent).toHaveLength(1)
  expect(sent[0]).toHaveProperty('fileId', null)
})

test('what cannot be sent is said before anything is sent', async () => {
  const { user } = change(aPiece('A booklet'))
  expect(screen.getByText(/any other file up to 50 MB/)).toBeInTheDocument()
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  await user.upload(input as HTMLInputElement, new File([], 'empty.pdf', { type: 'application/pdf' }))
  expect(screen.getByText(/empty\.pdf.*The file is empty\./)).toBeInTheDocument()
})
