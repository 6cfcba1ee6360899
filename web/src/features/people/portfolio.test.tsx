import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aPiece } from '@/testing/entities'
import { renderAs } from '@/testing/render'
import { Portfolio } from './portfolio'

const file = (name: string, contentType: string) => ({
  id: `fil_${name}`,
  name,
  contentType,
  size: 2_516_582,
  hasPreview: false,
})

test('each piece says what it is, and is looked at', () => {
  const items = [
    aPiece('A sign', { pictureId: 'fil_1' }),
    aPiece('A booklet', { file: file('b.pdf', 'application/pdf') }),
    aPiece('A film', { file: file('f.mp4', 'video/mp4') }),
    aPiece('A site', { url: 'https://example.com' }),
  ]
  renderAs(<Portfolio items={items} />)
  const buttons = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))
  expect(buttons).toEqual(['Look at A sign', 'Look at A booklet', 'Look at A film'])
  expect(screen.getByText('PDF')).toBeInTheDocument()
  expect(screen.getByText('PDF · 2.4 MB')).toBeInTheDocument()
  expect(screen.getByText('MP4 · 2.4 MB')).toBeInTheDocument()
  expect(screen.getByText('MP4')).toBeInTheDocument()
})
