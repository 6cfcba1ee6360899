import { fireEvent, screen } from '@testing-library/react'
import { createRef } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { live } from '@/live/live'
import { person, renderAs } from '@/testing/render'
import { Composer } from './composer'
import { now } from './live/store'
import { chat } from './state/slice'

const fiona = person('Fiona', 'freelancer')

function show(roomId = 'rom_1', name = 'Clara') {
  const area = createRef<HTMLElement>()
  const view = renderAs(
    <section ref={area}>
      <Composer key={roomId} roomId={roomId} name={name} area={area} />
    </section>,
    { as: fiona },
  )
  view.store.dispatch(chat.began({ ownId: fiona.id, outbox: [] }))
  return { ...view, queued: () => now(view.store).outbox }
}

const field = (name = 'Clara') => screen.getByRole('textbox', { name: `Message to ${name}` })

beforeEach(() => localStorage.clear())

test('Enter sends, Shift and Enter begin a line', async () => {
  const { user, queued } = show()
  await user.type(field(), 'one{Shift>}{Enter}{/Shift}two')
  expect(queued()).toEqual([])
  await user.keyboard('{Enter}')
  expect(queued()).toMatchObject([{ roomId: 'rom_1', text: 'one\ntwo' }])
  expect(field()).toHaveValue('')
})

test('Enter that confirms a candidate of an input method sends nothing, in either order of events', async () => {
  const { user, queued } = show()
  await user.type(field(), '納品')
  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
  fireEvent.compositionEnd(field())
  fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 })
  expect(queued()).toEqual([])
  fireEvent.keyDown(field(), { key: 'Enter', keyCode: 13 })
  expect(queued()).toHaveLength(1)
})

test('a key that is held down sends once', async () => {
  const { user, queued } = show()
  await user.type(field(), 'one')
  fireEvent.keyDown(field(), { key: 'Enter' })
  await user.type(field(), 'two')
  expect(fireEvent.keyDown(field(), { key: 'Enter', repeat: true })).toBe(false)
  expect(queued()).toHaveLength(1)
})

test('where fingers write, Enter begins a line and the button sends', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  const { user, queued } = show()
  await user.type(field(), 'one{Enter}two')
  expect(queued()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(queued()).toMatchObject([{ text: 'one\ntwo' }])
  vi.unstubAllGlobals()
})

test('a draft waits in its own room', async () => {
  const first = show()
  await first.user.type(field(), 'for Clara')
  first.unmount()
  const other = show('rom_2', 'Oscar')
  expect(field('Oscar')).toHaveValue('')
  await other.user.type(field('Oscar'), 'for Oscar{Enter}')
  expect(other.queued()).toMatchObject([{ roomId: 'rom_2', text: 'for Oscar' }])
  other.unmount()
  show()
  expect(field()).toHaveValue('for Clara')
})

test('what is too long is said before it is sent, and stays', async () => {
  const { user, queued } = show()
  fireEvent.change(field(), { target: { value: 'x'.repeat(8001) } })
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(screen.getByRole('alert')).toHaveTextContent('at most 8,000 characters, and this one 8,001')
  expect(field()).toHaveValue('x'.repeat(8001))
  expect(queued()).toEqual([])
})

test('nothing, and what nobody sees, is not sent', async () => {
  const { user, queued } = show()
  await user.type(field(), ' \u200b {Enter}')
  expect(queued()).toEqual([])
})

test('writing is told at most every few seconds', async () => {
  const send = vi.fn(() => true)
  live.speaks({ send, check: () => undefined })
  const { user } = show()
  await user.type(field(), 'several letters')
  expect(send).toHaveBeenCalledExactlyOnceWith({ action: 'typing', roomId: 'rom_1' })
  live.speaks(null)
})

test('words that come with a picture of them are pasted as words; a picture alone is attached', () => {
  show()
  const paste = (types: string[]) =>
    fireEvent(
      field(),
      Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
        clipboardData: { types, files: [new File(['x'], 'a.png', { type: 'image/png' })] },
      }),
    )
  expect(paste(['text/plain', 'text/html', 'Files'])).toBe(true)
  expect(screen.queryByText('a.png')).toBeNull()
  expect(paste(['Files'])).toBe(false)
  expect(screen.getByText('a.png')).toBeInTheDocument()
})
