import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { ProfileForm } from './profile-form'

const link = (label: string) => ({ label, url: `https://example.com/${label}` })

test('focus stays among the links when one is removed', async () => {
  const profile = {
    headline: '',
    bio: '',
    skills: [],
    hourlyRate: null,
    location: '',
    country: null,
    links: [link('one'), link('two')],
    portfolio: [],
    avatarId: null,
  }
  const { user } = renderAs(<ProfileForm profile={profile as never} />)
  await user.click(screen.getByRole('button', { name: 'Remove link 1' }))
  expect(screen.getByLabelText('Name of link 1')).toHaveValue('two')
  expect(screen.getByRole('button', { name: 'Remove link 1' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Remove link 1' }))
  expect(screen.getByRole('button', { name: 'Add a link' })).toHaveFocus()
})
