import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { Toaster } from '@/components/ui/toaster'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { SaveButton } from './save-button'

const server = mockServer()

/** Pages of one freelancer each. */
function savedAre(...ids: string[]) {
  const seen = { pages: 0 }
  server.use(
    http.get('*/v1/users/me/saved', ({ request }) => {
      const place = Number(new URL(request.url).searchParams.get('cursor') ?? 0)
      seen.pages += 1
      const items = ids.slice(place, place + 1).map((id) => ({ freelancer: { id, name: id }, savedAt: '' }))
      return HttpResponse.json({ items, nextCursor: place + 1 < ids.length ? String(place + 1) : null })
    }),
  )
  return seen
}

const open = () =>
  renderAs(
    <>
      <SaveButton id="usr_fiona" name="Fiona" />
      <Toaster />
    </>,
  )

test('knows somebody who is on a later page', async () => {
  const seen = savedAre('usr_a', 'usr_b', 'usr_fiona', 'usr_c')
  open()
  expect(await screen.findByRole('button', { name: 'Saved' })).toHaveAttribute('aria-pressed', 'true')
  expect(seen.pages).toBe(3)
})

test('looks no further than ten pages', async () => {
  const seen = savedAre(...Array.from({ length: 15 }, (_, place) => `usr_${place}`))
  open()
  const button = screen.getByRole('button', { name: 'Save' })
  await expect.poll(() => button.getAttribute('aria-busy')).toBeNull()
  expect(seen.pages).toBe(10)
})

test('a refusal is shown, and says what holds', async () => {
  savedAre('usr_fiona')
  server.use(
    http.put('*/v1/users/me/saved/usr_fiona', () =>
      HttpResponse.json({ detail: 'Too many requests.' }, { status: 429 }),
    ),
  )
  const { user } = open()
  await user.click(await screen.findByRole('button', { name: 'Saved' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Fiona is still saved. Too many requests.')
})
