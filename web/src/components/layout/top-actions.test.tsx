import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { person, renderAs } from '@/testing/render'
import { TopActions } from './top-actions'

test('the account is shown by its picture, and by initials when there is none', async () => {
  const clara = { ...person('Clara', 'client'), avatarId: 'fil_1' }
  renderAs(<TopActions />, { as: clara })
  const button = await screen.findByRole('button', { name: 'Account of Clara' })
  const picture = button.querySelector('img')
  expect(picture).toHaveAttribute('src', '/pictures/fil_1/small.webp')
  if (picture) fireEvent.error(picture)
  expect(button.querySelector('img')).toBeNull()
  expect(button.querySelector('[data-initials="C"]')).not.toBeNull()
})
