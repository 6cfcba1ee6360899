import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { TagsField } from './tags-field'

function Skills({ first }: { first: string[] }) {
  const [value, setValue] = useState(first)
  return <TagsField name="skills" label="Skills" max={3} value={value} onChange={setValue} />
}

test('keeps focus at the last one, and says why there can be no more', async () => {
  const user = userEvent.setup()
  render(<Skills first={['Rust', 'CSS']} />)
  const input = screen.getByLabelText('Skills')
  await user.type(input, 'SQL{Enter}more')
  expect(input).toHaveFocus()
  expect(input).toHaveAttribute('readonly')
  expect(input).toHaveAccessibleDescription(/the most there can be/)
  expect(input).toHaveValue('')
  await user.keyboard('{Backspace}Go{Enter}')
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Rust', 'CSS', 'Go'])
})

test('focus goes to the next, then to the one before, then to the field', async () => {
  const user = userEvent.setup()
  render(<Skills first={['Rust', 'CSS', 'SQL']} />)
  await user.click(screen.getByRole('button', { name: 'Remove CSS' }))
  expect(screen.getByRole('button', { name: 'Remove SQL' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('button', { name: 'Remove Rust' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByLabelText('Skills')).toHaveFocus()
})
