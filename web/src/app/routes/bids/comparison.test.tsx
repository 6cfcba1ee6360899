import { fireEvent, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { aBid, aBidPiece, aProfile, aTask } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { Comparison } from '@/features/bids/comparison'
// Loaded on demand by the page; here before the clock of a wait runs.
import ProfilePanel from '@/features/people/profile-panel'
import '@/features/bids/side-by-side'

const server = mockServer()
const shop = aBidPiece("A bakery's shop", { url: 'https://example.com/shop', pictureId: 'fil_1' })
const bids = [
  aBid('Fiona', 40_000),
  aBid('Felix', 30_000, {
    portfolioItems: [shop, aBidPiece('A sign')],
    coverLetter: `${'Signs are what I do. '.repeat(20)}The end.`,
  }),
  aBid('Fred', 90_000),
]
const show = (shown = bids) =>
  renderAs(<Comparison bids={shown} budget={aTask().budget} actions={() => null} Profile={ProfilePanel} />, {
    as: person('Clara', 'client'),
    route: '/',
  })
const names = () => screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent)
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

test('the reader chooses what to compare by, and finds it so again', async () => {
  const first = show()
  expect(heads()).toEqual(['Freelancer', 'Price', 'Time', 'Milestones', 'Actions'])
  await first.user.click(screen.getByRole('checkbox', { name: 'Time' }))
  await first.user.click(screen.getByRole('checkbox', { name: 'Member since' }))
  const chosen = ['Freelancer', 'Price', 'Milestones', 'Member since', 'Actions']
  expect(heads()).toEqual(chosen)
  first.unmount()
  show()
  expect(heads()).toEqual(chosen)
})

test('a single bid shows all, and no control that would do nothing', () => {
  localStorage.setItem('bid-columns', '')
  show([aBid('Fiona', 40_000)])
  expect(heads()).toEqual([
    'Freelancer',
    'Price',
    'Time',
    'Milestones',
    'Contracts done',
    'Member since',
    'Actions',
  ])
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
  expect(screen.queryByText('1 of 1')).not.toBeInTheDocument()
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Read the bid of Fiona'])
})

test('a row shows who bids, how the bid begins, and the work that goes with it', () => {
  show()
  const table = within(screen.getByRole('table'))
  const felix = within(screen.getByRole('rowheader', { name: /Felix/ }))
  expect(felix.getByRole('link', { name: 'Felix' })).toHaveAttribute('href', '/people/usr_felix')
  expect(felix.getByText('3 contracts completed')).toBeInTheDocument()
  expect(table.getAllByText('I have drawn forty logos.')).toHaveLength(2)
  expect(table.getByText(/^Signs are what I do.*…$/)).toBeInTheDocument()
  expect(table.getByRole('img', { name: "A bakery's shop" })).toHaveAttribute(
    'src',
    '/pictures/fil_1/small.webp',
  )
})

test('a name opens the profile beside the comparison, and focus comes back to it', async () => {
  server.use(
    http.get('*/v1/users/usr_felix', () =>
      HttpResponse.json(aProfile('Felix', { bio: 'Signs since 2010.' })),
    ),
  )
  const { user } = show()
  const name = () => within(screen.getByRole('rowheader', { name: /Felix/ })).getByRole('link')
  name().focus()
  await user.keyboard('{Enter}')
  const panel = await screen.findByRole('dialog', { name: 'Felix' })
  expect(await within(panel).findByText('Signs since 2010.')).toBeInTheDocument()
  expect(within(panel).getByRole('link', { name: 'Open the whole profile' })).toHaveAttribute(
    'href',
    '/people/usr_felix',
  )
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(name()).toHaveFocus()
})

test('two bids stand side by side; a third takes the place of the first', async () => {
  const { user } = show()
  const choose = (who: string) =>
    user.click(within(screen.getByRole('table')).getByRole('checkbox', { name: `Side by side: ${who}` }))
  await choose('Felix')
  expect(screen.getByText(/is chosen. Choose another/)).toHaveTextContent('Felix is chosen.')
  await choose('Fiona')
  await choose('Fred')
  await user.click(screen.getByRole('button', { name: 'Side by side' }))
  const beside = within(await screen.findByRole('dialog', { name: 'Side by side' }))
  expect(
    beside.getAllByRole('columnheader').map((cell) => within(cell).getByRole('link').textContent),
  ).toEqual(['Fiona', 'Fred'])
  expect(beside.getByText('$900.00')).toBeInTheDocument()
  expect(beside.getByText('above your budget')).toBeInTheDocument()
})

test('says how a price stands to the budget, and shows the whole bid on demand', async () => {
  const { user } = show()
  expect(within(screen.getByRole('table')).getByText('above your budget')).toBeInTheDocument()
  const read = screen.getByRole('button', { name: 'Read the bid of Felix' })
  expect(read).toHaveAttribute('aria-expanded', 'false')
  await user.click(read)
  expect(within(screen.getByRole('table')).getByText(/The end\.$/)).toBeInTheDocument()
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
