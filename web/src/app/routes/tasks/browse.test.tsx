import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import Browse from './browse'

const server = mockServer()
let asked: string[]
beforeEach(() => {
  asked = []
  server.use(
    http.get('*/v1/tasks', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ items: [], nextCursor: null })
    }),
  )
})

test('a filter applies when it is chosen, and its chip takes it away', async () => {
  const { user } = renderAs(<Browse />)
  await user.selectOptions(screen.getByLabelText('Category'), 'design')
  await expect.poll(() => asked.at(-1)).toBe('?category=design')
  await user.click(screen.getByRole('button', { name: 'Remove the filter Design' }))
  expect(screen.queryByRole('list', { name: 'Filters' })).toBeNull()
  expect(screen.getByLabelText('Category')).toHaveValue('')
})

test('an amount is read as it was meant, shown, and asked about when it is not clear', async () => {
  const { user } = renderAs(<Browse />)
  const field = screen.getByLabelText('Budget to')
  await user.type(field, '12,50')
  expect(field).toHaveAccessibleDescription(/= 12\.50/)
  await user.tab()
  await expect.poll(() => asked.at(-1)).toBe('?budgetMax=1250')
  const again = screen.getByLabelText('Budget to')
  await user.clear(again)
  await user.type(again, '1.250{Enter}')
  expect(screen.getByText('Is that 1250 or 1.25? Type it like that.')).toBeInTheDocument()
  expect(asked.at(-1)).toBe('?budgetMax=1250')
})

test('parameters that mean nothing are not sent', async () => {
  renderAs(<Browse />, { at: '/?nonsense=1&q=logo' })
  await expect.poll(() => asked.at(-1)).toBe('?q=logo')
})

test('the sheet of a phone has the same filters', async () => {
  const { user } = renderAs(<Browse />)
  await user.click(screen.getByRole('button', { name: 'Filters' }))
  const sheet = within(await screen.findByRole('dialog'))
  await user.selectOptions(sheet.getByLabelText('Payment'), 'hourly')
  await expect.poll(() => asked.at(-1)).toBe('?budgetType=hourly')
  await user.click(sheet.getByRole('button', { name: 'Show the tasks' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('an empty list is put down to the search only if there was one', async () => {
  const { user } = renderAs(<Browse />)
  expect(await screen.findByText('No open tasks right now')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Clear the search' })).toBeNull()
  await user.selectOptions(screen.getByLabelText('Category'), 'design')
  expect(await screen.findByText('No task matches')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Clear the search' }))
  expect(await screen.findByText('No open tasks right now')).toBeInTheDocument()
})
