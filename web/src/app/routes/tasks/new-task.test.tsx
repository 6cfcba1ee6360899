import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { person, renderAs } from '@/testing/render'
import NewTask from './new-task'

beforeEach(() => localStorage.clear())

test('no category is chosen for the person, and the form asks for one', async () => {
  const { user } = renderAs(<NewTask />, { as: person('Clara', 'client') })
  expect(screen.getByLabelText('Category')).toHaveValue('')
  await user.click(screen.getByRole('button', { name: 'Post the task' }))
  expect(screen.getByLabelText('Category')).toHaveAccessibleDescription(/Choose a category\./)
})

test('a budget in the notation of many countries is shown as it is read', async () => {
  const { user } = renderAs(<NewTask />, { as: person('Clara', 'client') })
  const field = screen.getByLabelText('Budget from')
  await user.type(field, '12,50')
  expect(field).toHaveAccessibleDescription('= $12.50')
  await user.selectOptions(screen.getByLabelText('Currency'), 'eur')
  expect(field).toHaveAccessibleDescription('= €12.50')
})

test('a form that was emptied by mistake comes back', async () => {
  const { user } = renderAs(<NewTask />, { as: person('Clara', 'client') })
  await user.type(screen.getByLabelText('Title'), 'Bread')
  await user.click(await screen.findByRole('button', { name: 'Start again' }))
  expect(screen.getByLabelText('Title')).toHaveValue('')
  const { toasts } = await import('@/components/ui/notify')
  toasts.current()?.undo?.()
  await expect.poll(() => screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Bread')
})

test('a draft that is restored is counted', async () => {
  const clara = { as: person('Clara', 'client') }
  const { user, unmount } = renderAs(<NewTask />, clara)
  await user.type(screen.getByLabelText('Title'), 'Bread')
  const kept = () =>
    Object.keys(localStorage).find((name) => localStorage.getItem(name)?.includes('Bread')) ?? ''
  await expect.poll(kept).not.toBe('')
  unmount()
  const key = kept()
  const draft = localStorage.getItem(key) ?? ''
  expect(draft).toContain('"description":""')
  localStorage.setItem(key, draft.replace('"description":""', '"description":"<p>A logo for us</p>"'))
  renderAs(<NewTask />, clara)
  expect(await screen.findByText('4 words', undefined, { timeout: 10_000 })).toBeInTheDocument()
})
