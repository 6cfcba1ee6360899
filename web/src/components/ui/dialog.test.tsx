import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Dialog } from './dialog'

/** An item with a button that asks first; saying yes takes the button away, now or a little later. */
function Item({ after }: { after: number }) {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState(false)
  const close = () => setOpen(false)
  const yes = () => {
    close()
    if (after === 0) setDone(true)
    else setTimeout(() => setDone(true), after)
  }
  return (
    <ul>
      <li>
        <h2>Drafts</h2>
        {!done && <button onClick={() => setOpen(true)}>Approve</button>}
        {open && (
          <Dialog open onClose={close} title="Sure?">
            <button onClick={yes}>Yes</button>
          </Dialog>
        )}
      </li>
    </ul>
  )
}

const focused = () => document.activeElement?.textContent
const pause = (time: number) => act(() => new Promise((resolve) => setTimeout(resolve, time)))

test('closing a dialog gives focus back to what opened it', async () => {
  const user = userEvent.setup()
  render(<Item after={0} />)
  await user.click(screen.getByRole('button', { name: 'Approve' }))
  await user.keyboard('{Escape}')
  await expect.poll(focused).toBe('Approve')
})

test.each([0, 50])('where that has gone after %i ms, to the name of what it belonged to', async (after) => {
  const user = userEvent.setup()
  render(<Item after={after} />)
  await user.click(screen.getByRole('button', { name: 'Approve' }))
  await user.click(screen.getByRole('button', { name: 'Yes' }))
  await expect.poll(focused).toBe('Drafts')
})

test('whoever has gone on in the meantime is not called back', async () => {
  const user = userEvent.setup()
  render(
    <>
      <Item after={60} />
      <input aria-label="Search" />
    </>,
  )
  await user.click(screen.getByRole('button', { name: 'Approve' }))
  await user.click(screen.getByRole('button', { name: 'Yes' }))
  await expect.poll(focused).toBe('Approve')
  screen.getByLabelText('Search').focus()
  await pause(150)
  expect(screen.getByLabelText('Search')).toHaveFocus()
})
