import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { aBid, aBidPiece, aTask } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { Comparison } from './comparison'

const shop = aBidPiece("A bakery's shop", { url: 'https://example.com/shop', pictureId: 'fil_1' })
const bids = [
  aBid('Fiona', 40_000),
  aBid('Felix', 30_000, { portfolioItems: [shop, aBidPiece('A sign')] }),
  aBid('Fred', 90_000),
]
const show = () =>
  renderAs(<Comparison bids={bids} budget={aTask().budget} actions={() => null} />, {
    as: person('Clara', 'client'),
    route: '/',
  })
const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent?.replace('Submitted', ''))
const heads = () => screen.getAllByRole('columnheader').map((cell) => cell.textContent)

beforeEach(() => localStorage.clear())

test('the lowest price comes first, and the keyboard sorts', async () => {
  const { user } = show()
  expect(names()).toEqual(['Felix', 'Fiona', 'Fred'])
  screen.getByRole('button', { name: 'Price' }).focus()
  await user.keyboard('{Enter}')
  expect(names()).toEqual(['Fred', 'Fiona', 'Felix'])
  expect(screen.getByRole('columnheader', { name: 'Price' })).toHaveAttribute('aria-sort', 'descending')
})

test('a pinned criterion moves beside the names and stays pinned', async () => {
  const first = show()
  await first.user.click(screen.getByRole('checkbox', { name: 'Price' }))
  await first.user.click(screen.getByRole('checkbox', { name: 'Contracts done' }))
  expect(heads().slice(0, 2)).toEqual(['Freelancer', 'Contracts done'])
  first.unmount()
  show()
  expect(screen.getByRole('checkbox', { name: 'Contracts done' })).toBeChecked()
})

test('says how a price stands to the budget, and shows the whole bid on demand', async () => {
  const { user } = show()
  expect(within(screen.getByRole('table')).getByText('above your budget')).toBeInTheDocument()
  const read = screen.getByRole('button', { name: 'Read the bid of Felix' })
  expect(read).toHaveAttribute('aria-expanded', 'false')
  await user.click(read)
  expect(within(screen.getByRole('table')).getByText('I have drawn forty logos.')).toBeInTheDocument()
})

test('the work that a bidder shows has its picture and link, in the table and on the card', async () => {
  const { user } = show()
  await user.click(screen.getByRole('button', { name: 'Read the bid of Felix' }))
  for (const part of [screen.getByRole('table'), screen.getByRole('list', { name: 'Bids' })]) {
    const view = within(part)
    expect(view.getByRole('heading', { name: 'Examples of work' })).toBeInTheDocument()
    const link = view.getByRole('link', { name: "See it: A bakery's shop" })
    expect(link).toHaveAttribute('href', 'https://example.com/shop')
    expect(link.getAttribute('rel')).toContain('noopener')
    const picture = view.getByRole('img', { name: "Picture of A bakery's shop" })
    expect(picture).toHaveAttribute('src', '/pictures/fil_1/small.webp')
    // The portfolio has it no longer.
    fireEvent.error(picture)
    expect(view.queryByRole('img')).not.toBeInTheDocument()
    expect(view.getByText('A sign')).toBeInTheDocument()
  }
})
