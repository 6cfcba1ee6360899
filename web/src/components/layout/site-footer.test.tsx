import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { SiteFooter } from './site-footer'

beforeEach(() => localStorage.clear())

test('anybody chooses the theme, and it is kept', async () => {
  const { user } = renderAs(<SiteFooter />)
  expect(screen.getByRole('radio', { name: 'System' })).toBeChecked()
  await user.click(screen.getByRole('radio', { name: 'Dark' }))
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(localStorage.getItem('proconnect.theme')).toBe('dark')
})
